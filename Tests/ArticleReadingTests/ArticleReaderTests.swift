import Foundation
import SourceText
import Testing

@testable import ArticleReading

@Suite struct ArticleReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let text = "Peru backs the plan\nPeru backs the plan for a new port, its president said."

  @Test func `a plain text comes as it is, with its hash and blocks`() throws {
    let path = try folder.write(text, to: "2021-06-30-peru.txt")
    let article = try #require(read([path]).articles.first)
    #expect(article.text == text)
    #expect(article.document == "2021-06-30-peru.txt")
    #expect(article.path == path)
    #expect(article.date == "2021-06-30")
    #expect(article.title == "Peru backs the plan")
    #expect(article.url == nil)
    #expect(
      article.shownBlocks == [
        "title: Peru backs the plan",
        "paragraph: Peru backs the plan for a new port, its president said.",
      ])
  }

  @Test func `the hash is SHA-256`() {
    #expect(
      ArticleReader.hash("abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `a folder is read in byte order, to any depth, without what is no article`() throws {
    for name in [
      "b.txt", "a/z.html", "a/Y.TXT", "a-b.txt", "Ä.txt", "c/d/e.jsonl", ".hidden.txt",
      ".git/x.txt", "README.txt", "notes.md", "picture.png", "LICENSE.text", "data.json",
    ] {
      try folder.write(
        name.hasSuffix("jsonl") ? "{\"text\": \"Peru backs it.\"}" : "<p>Peru backs the plan.</p>",
        to: name)
    }
    #expect(
      read([folder.path]).articles.map { $0.document } == [
        "a-b.txt", "a/Y.TXT", "a/z.html", "b.txt", "c/d/e.jsonl#1", "Ä.txt",
      ])
  }

  @Test func `a slash at the end of a folder changes nothing`() throws {
    try folder.write(text, to: "a/x.txt")
    #expect(
      read([folder.path + "/"]).articles
        == read([folder.path]).articles.map {
          var article = $0
          article.path = folder.path + "/a/x.txt"
          return article
        })
  }

  @Test func `links in a folder are not followed, a link named by itself is`() throws {
    try folder.write(text, to: "real/x.txt")
    let link = folder.path("real/loop")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path("real"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("real/y.txt"), withDestinationPath: folder.path("real/x.txt"))
    #expect(read([folder.path]).articles.map { $0.document } == ["real/x.txt"])
    #expect(read([folder.path("real/y.txt")]).articles.map { $0.document } == ["y.txt"])
  }

  @Test func `a file reached twice is read once`() throws {
    let path = try folder.write(text, to: "x.txt")
    let again = folder.path("sub/../x.txt")
    try folder.write(text + " So it is.", to: "sub/y.txt")
    #expect(
      read([path, folder.path, again, path]).articles.map { $0.document } == ["x.txt", "sub/y.txt"])
  }

  @Test func `two files of one name keep apart`() throws {
    let first = try folder.write(text, to: "a/x.txt")
    let second = try folder.write(text, to: "b/x.txt")
    #expect(read([first, second]).articles.map { $0.document } == ["x.txt", second])
  }

  @Test func `a page saved twice keeps its address once`() throws {
    let html =
      "<link rel=canonical href='https://paper.example/peru/port'><p>Peru backs the plan.</p>"
    try folder.write(html, to: "a.html")
    try folder.write(html, to: "b.html")
    #expect(
      read([folder.path]).articles.map { $0.document } == [
        "https://paper.example/peru/port", "b.html",
      ])
  }

  @Test func `a file of another kind is read where it is named`() throws {
    let note = try folder.write(text, to: "note.md")
    let page = try folder.write(
      "<!DOCTYPE html><p>Peru backs the plan.</p>", to: "page.asp")
    #expect(read([note, page]).articles.map { $0.text } == [text, "Peru backs the plan."])
  }

  @Test func `the kind of input may be said`() throws {
    let path = try folder.write("<p>Peru backs the plan.</p>", to: "x.txt")
    #expect(read([path]).articles.first?.text == "<p>Peru backs the plan.</p>")
    let options = try ReadingOptions(input: "html")
    #expect(read([path], options: options).articles.first?.text == "Peru backs the plan.")
  }

  @Test func `an unknown kind of input is refused with the list`() {
    #expect(
      throws: Diagnostic(
        .usage, file: "--input", problem: "“pdf” is no kind of article",
        remedy: "Give one of: html, jsonl, text.")
    ) { try ReadingOptions(input: "pdf") }
  }

  @Test func `the day that is said holds for all`() throws {
    let path = try folder.write(text, to: "2021-06-30-peru.txt")
    let options = try ReadingOptions(input: nil, date: "1 July 2021")
    #expect(read([path], options: options).articles.first?.date == "2021-07-01")
    #expect(throws: Diagnostic.self) { try ReadingOptions(input: nil, date: "2021-02-29") }
  }

  @Test func `the dateline gives the day, its year may be that of the folder`() throws {
    let dated =
      "Peru backs the plan\n\nLIMA, June 30, 2021 (Wire) — Peru backs the plan for a port."
    try folder.write(dated, to: "a.txt")
    try folder.write(dated.replacingOccurrences(of: ", 2021", with: ""), to: "wire/2020/b.txt")
    try folder.write(dated.replacingOccurrences(of: ", 2021", with: ""), to: "wire/c.txt")
    #expect(read([folder.path]).articles.map { $0.date } == ["2021-06-30", "2020-06-30", nil])
  }

  @Test func `reading twice gives the same`() throws {
    for page in SamplePage.all { try folder.write(page.html, to: "\(page.name).html") }
    try folder.write(text, to: "x.txt")
    #expect(read([folder.path]).articles == read([folder.path]).articles)
  }
}

@Suite struct JSONLinesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `each line is an article, with what it says of itself`() throws {
    let path = try folder.write(
      #"""
      {"text": "Peru backs the plan.\nChile does not.", "title": "Port", "outlet": "Paper", "author": "Ana Lima", "date": "30 June 2021", "url": "https://paper.example/peru"}

      {"document": "peru/2.txt", "text": "Peru backs it.", "url": null, "title": ""}
      {"text": "Chile does not.", "language": "en", "other": [1, {}]}
      """#, to: "list.jsonl")
    let articles = read([path]).articles
    #expect(
      articles.map { $0.document } == ["https://paper.example/peru", "peru/2.txt", "list.jsonl#4"])
    let first = try #require(articles.first)
    #expect(first.title == "Port")
    #expect(first.outlet == "Paper")
    #expect(first.author == "Ana Lima")
    #expect(first.date == "2021-06-30")
    #expect(
      first.shownBlocks == ["paragraph: Peru backs the plan.", "paragraph: Chile does not."])
  }

  @Test(arguments: [
    ("{\"text\": \"\"}", "the article is empty"), ("{}", "the article is empty"),
    ("[]", "no article in JSON: this is no object"),
    ("{\"text\": [1]}", "no article in JSON: “text” is no string"),
    ("{\"text\": \"x\"", "no article in JSON: a comma or } is missing at byte 12"),
    ("{\"text\": \"x\", \"date\": \"2021-06-31\"}", "“2021-06-31” is no date"),
    ("Peru backs the plan.", "no article in JSON: no value at byte 0"),
  ])
  func `a bad line is named and the others get through`(line: String, problem: String) throws {
    let good = "{\"text\": \"Peru backs it.\"}"
    let path = try folder.write("\u{FEFF}\(good)\r\n\(line)\n\(good)", to: "list.jsonl")
    let results = read([path])
    #expect(results.articles.map { $0.document } == ["list.jsonl#1", "list.jsonl#3"])
    #expect(results.problems.map { $0.problem } == [problem])
    #expect(results.problems.map { $0.line } == [2])
    #expect(results.problems.map { $0.file } == [path])
  }

  @Test func `broken UTF-8 in a line is named and the others get through`() throws {
    var bytes = Array("{\"text\": \"Peru backs it.\"}\n{\"text\": \"caf".utf8)
    bytes += [0xE9, 0x22, 0x7D, 0x0A] + Array("{\"text\": \"Chile does not.\"}".utf8)
    let results = read([try folder.write(bytes, to: "list.jsonl")])
    #expect(results.articles.count == 2)
    #expect(results.problems.map { $0.line } == [2])
    #expect(results.problems.map { $0.problem } == ["broken UTF-8: byte 13 is 0xE9"])
  }

  @Test func `a line too long for an article is passed over`() throws {
    let good = "{\"text\": \"Peru backs it.\"}"
    let long = "{\"text\": \"\(String(repeating: "a ", count: largestArticle))\"}"
    let results = read([try folder.write("\(good)\n\(long)\n\(good)\n", to: "list.jsonl")])
    #expect(results.articles.map { $0.document } == ["list.jsonl#1", "list.jsonl#3"])
    #expect(results.problems.map { $0.line } == [2])
  }
}
