-- Northern Ireland: Children and Young People's Strategic Partnership (CYPSP)
-- The document calls itself Draft 1 and a starting point for discussion. Clauses are its own paragraphs: "b2" is the
-- second bullet, "s1" the first sentence, "p2" the second paragraph or principle, "o1" the first outcome. Its words are
-- paraphrased throughout. SOURCES.md says row by row what carries it.

pack "northern-ireland" {
  title    = "Northern Ireland: integrated commissioning framework",
  version  = "1.0.0",
  document = "CYPSP Integrated Commissioning Framework, position paper, Draft 1",
  status   = "draft",
  extends  = "core",
}
