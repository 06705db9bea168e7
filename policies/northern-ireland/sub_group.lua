-- The Integrated Commissioning Sub Group: what it is for, its tasks, who is on it

role "sub-group" {
  title = "Integrated Commissioning Sub Group", clause = "5.1", row = "NI-107",
  text = "Recommends to the CYPSP how to take integrated commissioning forward.",
}

chain "sub-group-tasks" {
  title = "Tasks of the Sub Group", clause = "5.1 b1-4, 4.1 p2", row = { "NI-108", "NI-109", "NI-110", "NI-111", "NI-118" },
  steps = {
    { by = "the Sub Group", does = "looks into lessons from elsewhere", clause = "5.1 b1" },
    { by = "the Sub Group", does = "learns from integrated planning in Northern Ireland so far", clause = "5.1 b2" },
    { by = "the Sub Group", does = "draws up an agreed continuum of commissioning", clause = "5.1 b3" },
    { by = "the Sub Group", does = "draws up an agreed framework for the planning groups", clause = "5.1 b4" },
    { by = "the Sub Group", does = "works out how pooled money is accounted for, as a working model", clause = "4.1 p2 s3-4" },
  },
}

role "chair" {
  title = "Chair of the Sub Group", clause = "5.2 p1", row = "NI-112",
  text = "One of the four Solace representatives on the CYPSP; already agreed.",
}

role "nominated-members" {
  title = "Members of the Sub Group", clause = "5.2 p2", row = "NI-113", status = "proposed",
  text = "Staff nominated by members of the CYPSP, with expertise in commissioning, finance or governance.",
}

role "statutory-sectors" {
  title = "Statutory sectors suggested for the Sub Group", clause = "5.2 b1-7", row = "NI-114", status = "proposed",
  text = "Health and Social Care; Education; Local Government, one more beside the chair; the justice agencies (Youth Justice Agency, PBNI, PSNI); the Housing Executive; the Department of Justice; the Department of Social Development.",
}

role "community-and-voluntary-sectors" {
  title = "Community and voluntary sectors", clause = "5.2 p4", row = "NI-115", status = "proposed",
  text = "Also suggested: the view of those who answer to what is commissioned.",
}

note "method-of-working" {
  title = "Meetings, and work on papers for the CYPSP", clause = "5.3", row = "NI-116", status = "proposed",
  text = "How the Sub Group is expected to work.",
}

role "support" {
  title = "Health and Social Care Board", clause = "5.4", row = "NI-117",
  text = "Supports the Sub Group: minutes and drafts of papers.",
}
