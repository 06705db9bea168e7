-- Haringey: Children and Young People's Strategic Partnership Board, 12 June 2006, agenda item 8
-- A proposal: what it says is proposed, considered, expected or asked for, and next to nothing in it is decided. Clauses are its own
-- paragraphs, 1 to 25: "b2" is the second bullet, "s1" the first sentence, "p2" the second paragraph, "22 P1" the part of 22 about
-- Phase 1. "Recs" are its recommendations. "Ann.3 P2.4a" is the first task of the fourth action of Phase 2 in its Annex 3; the paper
-- numbers neither actions nor tasks. Its words are paraphrased throughout. SOURCES.md says row by row what carries it.
-- The paper is of its time: the bodies it names (the Teaching Primary Care Trust, the Department for Education and Skills) are those
-- of 2006.

pack "haringey" {
  title    = "Haringey: joint commissioning for children and young people",
  version  = "1.0.0",
  document = "Proposal for Joint Commissioning, Children and Young People's Strategic Partnership Board, 12 June 2006, agenda item 8",
  status   = "proposed",
  extends  = "core",
}
