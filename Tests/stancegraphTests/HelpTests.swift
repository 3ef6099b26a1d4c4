import Foundation
import StanceTestSupport
import Testing

@Suite struct HelpTests {
  static let commands = [
    "build", "statements", "export", "render", "annotate", "explain", "eval", "issues", "unknowns",
    "text", "validate",
  ]

  @Test(arguments: commands)
  func `help of a command shows what it does, with examples`(command: String) throws {
    let outcome = try Workplace().run(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("OVERVIEW: "))
    #expect(outcome.output.contains("EXAMPLES\n  stancegraph \(command)"))
    #expect(outcome.output.contains("USAGE: stancegraph \(command)"))
  }

  @Test func `help of the program lists every command and every exit status`() throws {
    let outcome = try Workplace().run("--help")
    #expect(outcome.status == 0)
    for command in Self.commands { #expect(outcome.output.contains("\n  \(command)  ")) }
    for status in ["0", "1", "64", "65", "66", "69", "73", "74"] {
      #expect(outcome.output.contains(" \(status) "), "\(status)")
    }
  }

  @Test(arguments: [
    ["build"], ["build", "a.txt"], ["render", "a.txt"], ["annotate"], ["nothing"],
  ])
  func `a command line that says too little is an error of usage`(arguments: [String]) throws {
    let outcome = try Workplace().shell("stancegraph " + arguments.joined(separator: " "))
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Usage: stancegraph"))
  }

  @Test func `every command of the README works`() throws {
    let place = try Workplace()
    let readme = try String(contentsOfFile: repositoryRoot + "/README.md", encoding: .utf8)
    let section = try #require(readme.split(separator: "## Daily use\n```sh\n").last)
    let lines = section.prefix { $0 != "`" }.split(separator: "\n").map { String($0) }
    #expect(lines.count > 6)

    try place.write(shortArticle, to: "articles/2025-02-12-short.txt")
    try place.write(shortArticle, to: "article.txt")
    try place.write("<html><body><p>\(shortArticle)</p></body></html>", to: "page.html")
    let header = try String(
      contentsOfFile: repositoryRoot + "/ontology/people.tsv", encoding: .utf8)
    try place.write(String(header.prefix { $0 != "\n" }) + "\n", to: "my-tables/people.tsv")
    try place.write(
      "id\tlabel\tpatterns\tbroader\nenlargement\tEnlargement\tjoin nato\t\n", to: "codebook.tsv")
    try place.write("", to: "coded/2025-02-12-short.stances.jsonl")
    for line in lines {
      // Without a home for both, the second graph would be written over the first.
      var line = line.replacing(" -o out --issues", with: " -o own --issues")
      if let id = line.firstMatch(of: /s[0-9a-f]{16}/) {
        let statements = try place.text("out/statements.jsonl")
        let known = try #require(statements.firstMatch(of: /s[0-9a-f]{16}/))
        line.replaceSubrange(id.range, with: known.output)
      }
      let outcome = try place.shell(line)
      #expect(outcome.status == 0, "\(line)\n\(outcome.errors)")
    }
    #expect(place.files().contains("graph.pdf"))
  }
}
