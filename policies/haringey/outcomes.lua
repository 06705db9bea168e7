-- The five outcomes of Every Child Matters, as the paper lists them

outcome "be-healthy" { title = "Be healthy", clause = "2 b1", row = "HA-006" }

outcome "stay-safe" { title = "Stay Safe", clause = "2 b2", row = "HA-007" }

outcome "enjoy-and-achieve" { title = "Enjoy and Achieve", clause = "2 b3", row = "HA-008" }

outcome "make-a-positive-contribution" { title = "Make a positive contribution", clause = "2 b4", row = "HA-009" }

outcome "achieve-economic-well-being" { title = "Achieve economic well-being", clause = "2 b5", row = "HA-010" }
