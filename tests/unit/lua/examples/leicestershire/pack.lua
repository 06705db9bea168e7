pack "leicestershire" { title = "An example", version = "1.0.0" }
