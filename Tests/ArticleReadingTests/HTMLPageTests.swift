import SourceText
import Testing

@testable import ArticleReading

@Suite struct HTMLPageTests {
  @Test(arguments: SamplePage.all)
  func `a page gives its article and nothing else`(page: SamplePage) throws {
    let draft = try HTMLPage.article(in: page.html, file: "page.html")
    #expect(draft.shownBlocks == page.blocks)
  }

  @Test(arguments: SamplePage.all)
  func `a page gives what it says of its article`(page: SamplePage) throws {
    let draft = try HTMLPage.article(in: page.html, file: "page.html")
    #expect(draft.metadata == page.metadata)
  }

  @Test(arguments: SamplePage.all)
  func `blocks are lines of the text, in order and whole`(page: SamplePage) throws {
    let draft = try HTMLPage.article(in: page.html, file: "page.html")
    let lines = draft.text.split(separator: "\n").map(String.init)
    #expect(draft.blocks.map { draft.text[$0.span] } == lines)
    #expect(draft.blocks == draft.blocks.sorted { $0.span < $1.span })
  }

  @Test func `a page without text is refused with a remedy`() {
    let html =
      "<html><head><title>A title</title></head><body><nav><a href=x>Home</a></nav></body></html>"
    #expect(
      throws: Diagnostic(
        file: "p.html", problem: "no article text in this page",
        remedy:
          "If a program in the page loads the text, open it in a browser and save it from there.")
    ) {
      try HTMLPage.article(in: html, file: "p.html")
    }
  }

  @Test(arguments: ["", " \n\t", "\u{FEFF}"])
  func `an empty page is refused`(html: String) {
    let error = #expect(throws: Diagnostic.self) {
      try HTMLPage.article(in: html, file: "p.html")
    }
    #expect(error?.problem == "the article is empty")
  }

  @Test(arguments: [
    "<p>Peru backs the plan &mdash; for now &amp; with doubts &#x201C;so far&#8221;.</p>",
    "<div><p>Peru backs the <b>plan</b> &#8212; for\n\n now &amp; with doubts “so far”.",
    "Peru backs the plan — for now &amp; with doubts “so far”.",
  ])
  func `entities are decoded, tags closed and white space collapsed`(html: String) throws {
    let draft = try HTMLPage.article(in: html, file: "p.html")
    #expect(draft.text == "Peru backs the plan — for now & with doubts “so far”.")
  }

  @Test func `elements nested hundreds deep lose no text`() throws {
    let html =
      String(repeating: "<div>", count: 1000)
      + "<p>Deep down, Malta still opposes the ban on tuna.</p>"
    let draft = try HTMLPage.article(in: html, file: "p.html")
    #expect(draft.text == "Deep down, Malta still opposes the ban on tuna.")
  }

  // The tree ends at a depth of 2,000.
  @Test func `a hundred thousand nested elements crash nothing`() throws {
    let html =
      "<p>Malta opposes the ban on tuna.</p>" + String(repeating: "<div>", count: 100_000)
      + String(repeating: "</p>", count: 100_000) + "Deep down."
    let draft = try HTMLPage.article(in: html, file: "p.html")
    #expect(draft.text == "Malta opposes the ban on tuna.")
  }

  @Test(arguments: [
    "<p>Malta opposes the ban on tuna.\0</p>", "<p>Malta opposes the ban\0on tuna.</p>",
    "<p>Malta opposes the ban on tuna.</p><", "<<<p>Malta opposes the ban on tuna.</p>",
    "<p>Malta opposes the ban on tuna.</p><![CDATA[", "<p>Malta opposes the ban on tuna.</p><!--",
    "<p attr='>'>Malta opposes the ban on tuna.</p></html></body></p></p>",
    "<p>Malta opposes the ban on tuna.</p><script type=application/ld+json>{\"a\":[[[</script>",
  ])
  func `broken markup loses no text and crashes nothing`(html: String) throws {
    let draft = try HTMLPage.article(in: html, file: "p.html")
    #expect(draft.text.contains("Malta opposes the ban"))
    #expect(draft.text.contains("on tuna."))
  }

  @Test func `linked data nested without end are ignored`() throws {
    let html =
      "<script type='application/ld+json'>" + String(repeating: "[", count: 50_000)
      + "</script><p>Malta opposes the ban on tuna.</p>"
    let draft = try HTMLPage.article(in: html, file: "p.html")
    #expect(draft.text == "Malta opposes the ban on tuna.")
  }
}

@Suite struct PageEncodingTests {
  private let page = "<p>Le président salue l’accord à Kyïv.</p>"

  @Test func `UTF-8 needs no declaration`() throws {
    #expect(try PageEncoding.text(of: Array(page.utf8), file: "p.html") == page)
  }

  @Test func `a byte order mark is dropped from a page`() throws {
    #expect(try PageEncoding.text(of: [0xEF, 0xBB, 0xBF] + page.utf8, file: "p.html") == page)
  }

  @Test(arguments: [true, false])
  func `UTF-16 is told by its byte order mark`(isLittle: Bool) throws {
    let units = [0xFEFF] + Array(page.utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return isLittle ? [low, high] : [high, low]
    }
    #expect(try PageEncoding.text(of: bytes, file: "p.html") == page)
  }

  @Test(arguments: ["iso-8859-1", "Windows-1252", "latin1"])
  func `Latin-1 is read as Windows-1252`(name: String) throws {
    let head = "<meta charset=\(name)><p>"
    let bytes = Array(head.utf8) + [0x93, 0x63, 0x61, 0x66, 0xE9, 0x94, 0x80]
    #expect(try PageEncoding.text(of: bytes, file: "p.html") == head + "“café”€")
  }

  @Test func `without a declaration, what is not UTF-8 is read as Windows-1252`() throws {
    let bytes = Array("<p>caf".utf8) + [0xE9]
    #expect(try PageEncoding.text(of: bytes, file: "p.html") == "<p>café")
  }

  @Test func `a declared encoding of another script is decoded`() throws {
    let head = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">"
    let bytes = Array(head.utf8) + [0xCA, 0xE8, 0xE5, 0xE2]
    #expect(try PageEncoding.text(of: bytes, file: "p.html") == head + "Киев")
  }

  @Test func `an unknown encoding is named`() {
    let error = #expect(throws: Diagnostic.self) {
      try PageEncoding.text(of: Array("<meta charset=klingon-8><p>x".utf8), file: "p.html")
    }
    #expect(error?.problem == "the page's encoding “klingon-8” is unknown")
    #expect(error?.kind == .badData)
  }

  @Test func `bytes that are not what the page declares are named by place`() {
    let bytes = Array("<meta charset=utf-8>\n<p>caf".utf8) + [0xE9, 0x3C, 0x2F, 0x70, 0x3E]
    let error = #expect(throws: Diagnostic.self) {
      try PageEncoding.text(of: bytes, file: "p.html")
    }
    #expect(error?.line == 2)
    #expect(error?.problem == "broken UTF-8: byte 27 is 0xE9")
  }

  @Test func `a charset in a script is no declaration`() {
    #expect(PageEncoding.declared(in: Array("<script>x.charset='koi8-r'</script>".utf8)) == nil)
    #expect(
      PageEncoding.declared(in: Array("<?xml version='1.0' encoding='KOI8-R'?>".utf8)) == "koi8-r")
  }
}

extension ArticleDraft {
  var shownBlocks: [String] { blocks.map { "\($0.kind.rawValue): \(text[$0.span])" } }
}
