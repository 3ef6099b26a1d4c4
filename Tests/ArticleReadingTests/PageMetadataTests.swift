import Testing

@testable import ArticleReading

@Suite struct PageMetadataTests {
  @Test(arguments: [
    ("Minsk recalls envoy | The Paper", nil, "Minsk recalls envoy"),
    ("Minsk recalls envoy - The Paper", "The Paper", "Minsk recalls envoy"),
    ("Minsk recalls envoy – the paper, world", "The Paper", "Minsk recalls envoy"),
    ("Minsk - a city between two fires", "The Paper", "Minsk - a city between two fires"),
    ("Minsk recalls envoy", nil, "Minsk recalls envoy"),
  ])
  func `a page's title loses the outlet's name`(title: String, outlet: String?, expected: String) {
    #expect(PageMetadata.withoutOutlet(title, outlet: outlet, isHeadline: false) == expected)
  }

  @Test func `a headline keeps what only looks like an outlet`() {
    let title = "Who leads now | Five questions"
    #expect(PageMetadata.withoutOutlet(title, outlet: nil, isHeadline: true) == title)
  }

  @Test(arguments: [
    ("https://paper.example/a/b#top", "https://paper.example/a/b"),
    ("https://paper.example/?p=81", "https://paper.example/?p=81"),
    ("https://paper.example/", nil), ("/a/b", nil), ("javascript:alert(1)", nil),
    ("https://paper.example/a b", nil),
  ])
  func `an address is absolute and that of an article`(text: String, expected: String?) {
    #expect(PageMetadata.address(text) == expected)
  }

  @Test(arguments: [
    ("By Ana Lima", "Ana Lima"), ("Ana Lima", "Ana Lima"), ("https://paper.example/ana", nil),
    ("@ana", nil), ("  ", nil), ("Ana &amp; Rui Lima", "Ana & Rui Lima"),
  ])
  func `an author is a name`(text: String, expected: String?) {
    #expect(PageMetadata.person(text) == expected)
  }

  @Test func `linked data come before OpenGraph, and that before other names`() {
    let html = """
      <meta name="date" content="2019-01-01"><meta property="og:title" content="Second">
      <meta property="article:published_time" content="2020-02-02">
      <meta name="author" content="C. Clerk">
      <script type="application/ld+json">
      [{"@type":"BreadcrumbList"},{"@type":"Article","headline":"First","datePublished":"2021-03-03"}]
      </script>
      """
    let metadata = PageMetadata(HTMLTree(html))
    #expect(metadata.title == "First")
    #expect(metadata.date?.description == "2021-03-03")
    #expect(metadata.author == "C. Clerk")
  }

  @Test func `linked data that are no JSON leave the rest`() {
    let html = """
      <script type="application/ld+json">{"@type":"Article","headline":"Lost" "x"}</script>
      <meta property="og:title" content="Found">
      """
    #expect(PageMetadata(HTMLTree(html)).title == "Found")
  }
}

@Suite struct JSONValueTests {
  @Test func `a value of every kind is read`() throws {
    let value = try JSONValue(
      parsing:
        #" {"a": [1, -2.5e3, true, false, null], "b": {"c": "x\"\\\/\n\u00e9\ud83d\ude00"}} "#)
    #expect(
      value["a"]
        == .array([.number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null]))
    #expect(value["b"]?["c"]?.string == "x\"\\/\né😀")
  }

  @Test(arguments: [
    ("", "it ends too early at byte 0"), ("{\"a\" 1}", "a colon is missing at byte 5"),
    ("{\"a\": \"b}", "a string has no end at byte 6"),
    ("[1 2]", "a comma or ] is missing at byte 3"),
    ("{} {}", "something follows the value at byte 3"),
    ("{a: 1}", "a name in quotes is missing at byte 1"),
    ("nul", "no value at byte 0"),
  ])
  func `what is no JSON is told with its place`(text: String, message: String) {
    let error = #expect(throws: JSONValue.Malformed.self) { try JSONValue(parsing: text) }
    #expect(error?.description == message)
  }

  @Test(arguments: [#""\ud83d""#, #""\ude00x""#, #""\u12""#, "\"\\"])
  func `a broken escape crashes nothing`(text: String) {
    _ = try? JSONValue(parsing: text)
  }

  @Test func `a value nested without end is refused`() {
    let error = #expect(throws: JSONValue.Malformed.self) {
      try JSONValue(parsing: String(repeating: "[", count: 100_000))
    }
    #expect(error?.problem == "it is nested too deeply")
  }
}
