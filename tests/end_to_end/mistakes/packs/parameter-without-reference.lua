parameter "most" { title = "The most", value = pounds(3000) }
-- 1:1: parameter "most": a value says where it comes from: `clause = "..."` [MISSING_KEY]
