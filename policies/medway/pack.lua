-- Medway: Children's Trust commissioning framework
-- The document bears no date and is written as adopted; what it names is of 2009 and 2010. Clauses are its own paragraphs: "b2" is
-- the second bullet, "s1" the first sentence, "d1" the first of the definitions in 1.14, "L1" the first level in 3.2. It calls the
-- Joint Commissioning Unit "JCU" here and its group "JCG" for short. Its words are paraphrased throughout. SOURCES.md says row by row what carries it.

pack "medway" {
  title    = "Medway: Children's Trust commissioning framework",
  version  = "1.0.0",
  document = "Medway Children's Trust commissioning framework, undated (about 2009 to 2010)",
  status   = "adopted",
  extends  = "core",
}
