-- How outcomes and levels of one area meet those of another, as Remit reads them: no document says so, and no area's rule rests on
-- it. What has no counterpart is left as a gap. `remit pack crosswalk` shows all of it.

pack "crosswalks" {
  title    = "Crosswalks between areas",
  version  = "1.0.0",
  document = "Remit's own reading of the documents side by side",
}
