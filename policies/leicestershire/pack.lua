-- Leicestershire: Children and Young People's Executive, 12 January 2007
-- The paper reports progress; what it asks the Executive to decide was not decided when it was written. Its paragraphs bear no
-- numbers. Clauses here: "Intro", "Decisions 1" to "3", "Model b1" to "b7" (bullets under the model), "Group" (the paragraph on
-- the Integrated Commissioning group), "App 1 RR1" to "RR7" (roles and responsibilities), "App 1 Mem", "App 1 Meet",
-- "App 2 EIC1" to "EIC7" (what effective integrated commissioning involves), "App 2 W1" to "W5" ("we will"), "App 2 S1" and "S2"
-- ("we will start by"), "Levels" (universal and targeted services) and "Levels end" (the sentence that closes it). Its words are paraphrased throughout.
-- The paper is of its time: the bodies it names (the Primary Care Trust, Connexions, the Local Area Agreement) are those of 2007.

pack "leicestershire" {
  title    = "Leicestershire: integrated commissioning of services to children and young people",
  version  = "1.0.0",
  document = "Integrated commissioning of services to children and young people, Children and Young People's Executive, 12 January 2007",
  status   = "proposed",
  extends  = "core",
}
