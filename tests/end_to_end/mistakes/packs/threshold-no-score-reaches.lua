parameter "minimum_total" { title = "The least total", clause = "minute 2", unit = points, value = 120 }
-- 1: error: parameter "minimum_total" asks for 120, and a total is 100 at most: no score can reach it [UNREACHABLE]
