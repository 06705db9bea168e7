-- Willowford is invented: a pack of records that are no applications, for the tests of `remit assess`.
pack "willowford" { title = "Willowford's framework (invented)", version = "1.0.0", document = "Willowford paper", status = "invented" }
