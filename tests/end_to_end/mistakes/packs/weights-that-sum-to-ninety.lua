measure "need" { title = "Need", clause = "minute 2", weight = 50, scale = { 0, 5 } }
measure "plan" { title = "Plan", clause = "minute 2", weight = 40, scale = { 0, 5 } }
-- area: warning: the weights of the measures sum to 90, not to 100: measure "need" says 50 and counts for 55.56 of 100 [WEIGHTS]
