#include "cli/run.hpp"

int main(int count, char** words) { return remit::cli::run(count, words); }
