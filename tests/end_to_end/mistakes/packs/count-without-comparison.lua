criterion "some" { title = "It has elements", clause = "minute 2", passes_when = application.elements:count() }
-- 1:102: criterion "some": this number has no verb, like `:at_least(...)`; write a sentence, like `application.title:is_answered()` [NO_CONDITION]
