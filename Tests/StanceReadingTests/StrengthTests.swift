import StanceModel
import Testing

/// How strong a position is, beside the same without the word that makes the difference.
@Suite struct StrengthTests {
  @Test(arguments: [
    ("Norway strongly opposes the plan.", "Norway opposes the plan.", 1),
    ("Norway vehemently rejected the plan.", "Norway rejected the plan.", 1),
    ("Norway cautiously welcomed the plan.", "Norway welcomed the plan.", -1),
    ("Norway reluctantly backed the plan.", "Norway backed the plan.", -1),
    ("Norway does not fully support the plan.", "Norway does not support the plan.", -1),
    ("Norway voiced strong support for the plan.", "Norway voiced support for the plan.", 1),
    ("Norway openly opposes the plan.", "Norway opposes the plan.", 0),
  ])
  func `words of degree move the strength by a step`(text: String, plain: String, by: Int) throws {
    let read = try #require(try statements(in: text).first)
    let unmoved = try #require(try statements(in: plain).first)
    #expect(read.strength == unmoved.strength + by)
    #expect(read.polarity == unmoved.polarity)
  }

  @Test func `no position is stronger than five`() throws {
    let read = try #require(try statements(in: "Norway vehemently condemned the attack.").first)
    #expect((1...5).contains(read.strength))
  }
}
