-- Wirral: Children's Trust Board, paper for its meeting of 19 March 2010
-- An options paper: it recommends and decides nothing. Clauses are its own sections and, inside them, the order of its parts: "7.0 B1"
-- to "B3" (what the Board will do), "7.0 C1" to "C7" (what the Executive, the CTE, takes on), "10.0 LC" and "CO" (lead commissioner,
-- commissioning officer), "11.0 O2 b" (option 2, second of its six rows, a to f), "R" (a recommendation in bold), "b2" (second
-- bullet), "p2" (second paragraph), "s1" (first sentence). Its words are paraphrased throughout.
-- The paper is of its time: the Primary Care Trust, the Local Area Agreement and the Children's Trust itself are those of 2010.

pack "wirral" {
  title    = "Wirral: developing commissioning in the Children's Trust",
  version  = "1.0.0",
  document = "Developing Commissioning, options paper for the Children's Trust Board, 19 March 2010",
  status   = "proposed",
  extends  = "core",
}
