import Testing

@testable import StanceOntology

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("country:XK2", "country:XK"), ("organization:NTAO", "organization:NATO"),
      ("peple", "people"), ("entirely-different", nil), ("", nil),
    ] as [(String, String?)])
  func `the nearest word is near`(word: String, nearest: String?) {
    let known = ["country:XK", "country:XY1", "organization:NATO", "people", "cities-and-towns"]
    #expect(Spelling.nearest(to: word, among: known) == nearest)
  }

  @Test func `a swap is one change`() {
    #expect(Spelling.distance(Array("abcd".utf8), Array("acbd".utf8), limit: 3) == 1)
    #expect(Spelling.distance(Array("abcd".utf8), Array("xyz".utf8), limit: 4) == 4)
  }
}
