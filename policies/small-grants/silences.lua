-- Where the minutes say nothing. Each line is shown in every record and report, so that nobody fills it by habit.

no_provision "several-years" {
  title = "Nothing is said about grants for more than one year",
  clause = "minute 5", so = "a grant is for one year, and another needs another application",
}

no_provision "unspent-budget" {
  title = "Nothing is said about money of the round that is left",
  clause = "minute 5", so = "what is left is shown, and stays where it is",
}
