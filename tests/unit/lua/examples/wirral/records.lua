record "member" { remit = text, provides = list_of(text) }
record "body" { name = text, functions = list_of { "governance", "executive", "advice" } }
record "item" { service = text }
