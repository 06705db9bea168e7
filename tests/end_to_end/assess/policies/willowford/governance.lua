conflict "provider-in-governance" {
  title       = "Providers take no part in governance or executive functions",
  clause      = "9.0 s2", force = must, row = "WF-001",
  of          = part,
  arises_when = all_of {
    member.functions:includes "provider",
    body.functions:includes_any("governance", "executive"),
  },
  unless      = {
    title   = "a senior manager with a recorded commissioning remit",
    clause  = "9.0 s4",
    reading = "the remit does not reach their own service",
    when    = all_of {
      member.functions:includes "commissioner",
      member.remit:is_answered(),
      member.provides:excludes(item.service),
    },
  },
  action      = exclude,
  otherwise   = "{member.name} provides services and {body.name} governs or decides",
}

requirement "every-body-under-one-that-governs" {
  title       = "Each body reports to another, or governs",
  clause      = "5.1", force = must, row = "WF-002",
  of          = body,
  passes_when = any_of {
    body.functions:includes "governance",
    records.bodies:any(all_of { body.parent:is_answered(), other_body.id:is(body.parent), other_body.functions:includes "governance" }),
  },
  otherwise   = "{body.name} reports to nobody who governs",
}

requirement "somebody-takes-part" {
  title       = "Somebody takes part in each body",
  clause      = "5.2", force = should, row = "WF-003",
  of          = body,
  test        = function (body, records)
    for _, part in ipairs(records.parts) do
      if part.body == body.id then return pass end
    end
    return fail
  end,
  otherwise   = "nobody takes part in {body.name}",
}

requirement "timetable-in-order" {
  title        = "What comes after another thing begins after it",
  clause       = "12", force = must, row = "WF-004",
  of           = timetable_item,
  applies_when = timetable_item.after:is_answered(),
  passes_when  = records.timetable_items:none(all_of {
    other_timetable_item.id:is(timetable_item.after),
    timetable_item.starts:is_before(other_timetable_item.starts),
  }),
  otherwise    = "{timetable_item.title} begins before {other_timetable_item.title}, which it depends on",
}

no_provision "appeal" { title = "The paper has no appeal rule", clause = "whole paper", so = "nothing can be appealed" }
