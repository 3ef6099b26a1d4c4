import ArgumentParser

@main
struct Program: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stancegraph",
    abstract: "Who takes which position on what, and where the article says so.",
    discussion: """
      Reads news articles (plain text, HTML, JSON Lines) and makes a graph of countries, people, organisations and \
      regions, the issues they disagree on, and the stances they take, each with its sentence.

      EXAMPLES
        stancegraph build articles/ -o out        the whole way: GraphML, DOT, SVG and the statements
        stancegraph statements article.html       the statements as a table
        stancegraph explain out s1b2c3d4e5f607182  why a statement was read

      EXIT STATUS
        0 success, 1 failure, 64 usage, 65 an article could not be read (the others were), 66 no input,
        69 Graphviz is missing, 73 a file is in the way, 74 input or output failed.
      """,
    version: "0.1.0",
    subcommands: [
      Build.self, Statements.self, Export.self, Render.self, Annotate.self, Explain.self,
      Eval.self, Issues.self, Unknowns.self, Text.self, Validate.self,
    ])
}
