import Foundation
import SourceText
import Testing

@testable import ArticleReading

@Suite struct HostileInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func problem(_ path: String) throws -> Diagnostic {
    let results = read([path])
    #expect(results.articles.isEmpty)
    return try #require(results.problems.first)
  }

  @Test func `a missing file is no input`() throws {
    let path = folder.path("nowhere.txt")
    #expect(
      try problem(path)
        == Diagnostic(
          .noInput, file: path, problem: "no such file or folder",
          remedy: "Correct the path; a name with spaces goes in quotation marks."))
  }

  @Test func `a folder without articles is no input, and says what articles are`() throws {
    try folder.write("x", to: "picture.png")
    #expect(
      try problem(folder.path)
        == Diagnostic(
          .noInput, file: folder.path, problem: "no articles in this folder",
          remedy: "Articles end in one of .htm .html .jsonl .ndjson .shtml .text .txt .xhtml; "
            + "name a file of another kind by itself."))
  }

  @Test(arguments: ["", " \r\n\t\n", "\u{FEFF}", "\u{0}"])
  func `an empty article is bad data`(text: String) throws {
    let found = try problem(try folder.write(text, to: "x.txt"))
    #expect(found.kind == .badData)
    #expect(found.problem == "the article is empty")
  }

  @Test func `an empty file of lines has no articles to tell of`() throws {
    #expect(read([try folder.write("", to: "x.jsonl")]).isEmpty)
  }

  @Test(
    arguments: [
      (Array("%PDF-1.7\n%âãÏÓ".utf8), "this is a PDF document, not text"),
      (
        [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00],
        "this is a ZIP archive or an office document, not text"
      ),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "this is a PNG picture, not text"),
      ([UInt8](0...255), "this is binary data, not text"),
      (
        Array("Peru backs the plan.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
        "this is UTF-16 without a byte order mark, not text"
      ),
    ] as [([UInt8], String)])
  func `binary data is named for what it is`(bytes: [UInt8], problem: String) throws {
    for name in ["x.txt", "x.html", "x.jsonl"] {
      let found = try self.problem(try folder.write(bytes, to: name))
      #expect(found.problem == problem)
      #expect(found.kind == .badData)
    }
  }

  @Test func `broken UTF-8 is told by byte and line, with the remedy`() throws {
    let bytes = Array("Peru backs it.\nThe caf".utf8) + [0xE9] + Array(" is closed.".utf8)
    let path = try folder.write(bytes, to: "x.txt")
    #expect(
      try problem(path)
        == Diagnostic(
          file: path, line: 2, problem: "broken UTF-8: byte 22 is 0xE9",
          remedy:
            "If it is in another encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8 '\(path)' > NEW.txt"
        ))
  }

  @Test func `a text that ends inside a character was cut short`() throws {
    let path = try folder.write(Array("Peru pays in €".utf8).dropLast(), to: "x.txt")
    #expect(
      try problem(path).problem
        == "broken UTF-8: the text ends inside a character, at byte 13")
  }

  @Test(
    arguments: [
      ([0xC0, 0x80], 0), ([0x61, 0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0x80], 0), ([0xE2, 0x82, 0x41], 0), ([0xFF], 0), ([0xC3, 0xA9, 0xFE], 2),
      ([0xC3, 0xA9], 2),
    ] as [([UInt8], Int)])
  func `the first byte that is not UTF-8 is found`(bytes: [UInt8], offset: Int) {
    #expect(TextDecoding.firstInvalid(bytes) == offset)
  }

  @Test func `stray control characters stay and are white space`() throws {
    let text =
      "\u{FEFF}Peru backs\u{0}the plan.\r\n\u{1}Chile does not.\u{1A}"
      + String(repeating: " ", count: 100)
    let article = try #require(read([try folder.write(text, to: "x.txt")]).articles.first)
    #expect(article.text.utf8.elementsEqual(text.utf8))
    #expect(article.blocks.map { $0.span.start } == [3, 26])
  }

  @Test func `UTF-16 with a byte order mark is decoded`() throws {
    let bytes = [0xFEFF, 0xD83D, 0xDE00].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let article = try #require(read([try folder.write(bytes, to: "x.txt")]).articles.first)
    #expect(article.text == "😀")
    #expect(
      try problem(try folder.write(bytes.dropLast(2), to: "y.txt")).problem == "broken UTF-16")
  }

  @Test(arguments: ["x.txt", "x.html"])
  func `an article of fifty megabytes is refused, and not read`(name: String) throws {
    let path = try folder.write("", to: name)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 50 << 20)
    try handle.close()
    let found = try problem(path)
    #expect(found.kind == .badData)
    #expect(
      found.problem
        == (name == "x.txt"
          ? "more than 8 MB, too much for one article" : "more than 16 MB, too much for one page"))
  }

  @Test func `an article of a third of a million words is read`() throws {
    let text = String(repeating: "Peru backs the plan of the bank.\n", count: 50_000)
    let article = try #require(read([try folder.write(text, to: "x.txt")]).articles.first)
    #expect(article.blocks.count == 50_000)
  }

  @Test func `a page with sixty thousand open elements is read`() throws {
    let html = String(repeating: "<p><a href=x><b>Peru", count: 20_000)
    #expect(read([try folder.write(html, to: "x.html")]).count == 1)
  }

  @Test func `a folder that is a file's parent in name only is missing`() throws {
    let path = try folder.write("Peru backs it.", to: "x.txt")
    #expect(try problem(path + "/y.txt").kind == .noInput)
  }

  @Test func `a link to itself is told`() throws {
    let path = folder.path("loop.txt")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    #expect(try problem(path).problem == "this link leads back to itself")
  }

  @Test func `a file that may not be read is no input`() throws {
    let path = try folder.write("Peru backs it.", to: "x.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    // Root may read everything.
    if FileManager.default.isReadableFile(atPath: path) { return }
    let found = try problem(path)
    #expect(found.kind == .noInput)
    #expect(found.problem == "no permission to read it")
  }

  @Test func `one bad article leaves the others`() throws {
    try folder.write([0xFF], to: "a.txt")
    try folder.write("Peru backs it.", to: "b.txt")
    try folder.write("", to: "c.txt")
    let results = read([folder.path("none"), folder.path])
    #expect(results.articles.map { $0.document } == ["b.txt"])
    #expect(results.problems.count == 3)
  }
}
