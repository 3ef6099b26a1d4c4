import Foundation
import StanceTestSupport
import Testing

@Suite struct BuildTests {
  @Test func `build writes the graph, the drawing and the statements`() throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "articles/short.txt")
    let outcome = try place.run("build", "articles", "-o", "out")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      place.files(in: "out") == ["graph.dot", "graph.graphml", "graph.svg", "statements.jsonl"])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.first == "Read 1 article, 21 words.")
    #expect(lines.last?.hasPrefix("Open out/graph.svg in a browser") == true)
    #expect(
      try place.text("out/graph.graphml").contains("membership(country:UA,organization:NATO)"))
    #expect(try place.text("out/graph.svg").contains("</svg>"))
  }

  @Test func `build keeps the text that offsets count in, where it is not a text file's`() throws {
    let place = try Workplace()
    try place.write(
      "<html><body><article><h1>Oslo</h1><p>Norway opposes the plan of Russia.</p></article></body></html>",
      to: "pages/a/one.html")
    try place.write(shortArticle, to: "pages/short.txt")
    #expect(try place.run("build", "pages", "-o", "out").status == 0)
    #expect(place.files(in: "out/texts") == ["a_one.html.txt"])
    let text = try place.text("out/texts/a_one.html.txt")
    #expect(text == "Oslo\nNorway opposes the plan of Russia.")
    #expect(try place.run("text", "pages/a/one.html").output == text + "\n")
  }

  @Test func `build reads the articles of a folder again, and not what it wrote there`() throws {
    let place = try Workplace()
    try place.write(
      "<html><body><p>Norway opposes the plan of Russia.</p></body></html>", to: "a.html")
    #expect(try place.run("build", ".", "-o", "out").status == 0)
    let first = try place.bytes("out/statements.jsonl")
    let outcome = try place.run("build", ".", "-o", "out")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("Read 1 article, "))
    #expect(try place.bytes("out/statements.jsonl") == first)
  }

  @Test func `standard input is an article`() throws {
    let place = try Workplace()
    let outcome = try place.run("build", "-", "-o", "out", input: shortArticle)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try place.text("out/texts/stdin.txt") == shortArticle)
    let page = try place.run(
      "statements", "-", "--format", "jsonl",
      input: "<html><body><p>Norway opposes the plan of Russia.</p></body></html>")
    #expect(page.status == 0, "\(page.errors)")
    #expect(page.output.contains(#""document":"stdin""#))
    #expect(page.output.contains(#""holder":"country:NO""#))
  }

  @Test func `an article named twice is read once`() throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "a/short.txt")
    let outcome = try place.run("build", "a/short.txt", "a", "./a/short.txt", "-o", "out")
    #expect(outcome.output.hasPrefix("Read 1 article, "))
  }

  @Test func `nothing is said on standard error where nothing is wrong and nobody watches`() throws
  {
    let place = try Workplace()
    try place.write("Germany supports the sanctions against Russia.\n", to: "a.txt")
    #expect(try place.run("build", "a.txt", "-o", "out").errors.isEmpty)
  }
}
