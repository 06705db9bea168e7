pack "ni" { title = "An example", version = "1.0.0", extends = "core" }
