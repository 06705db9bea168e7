criterion "early" { title = "It came early", clause = "minute 2", passes_when = application.submitted_at:is_before "31 March 2026" }
-- 1:117: `application.submitted_at` is a date; compare it with one like "2012-03-31", or with another date field [WRONG_TYPE]
