/// The page on constructions, made of the constructions themselves.
public enum ConstructionGuide {
  /// Markdown: each construction with what it reads, its examples and the near misses that it passes over.
  public static var markdown: String {
    var text = """
      # Constructions

      Each statement names the construction that read it, and `stancegraph explain` shows the words. The examples are tests: \
      each construction must read the first ones and keep silent on the others. This page is made from the source \
      (`UPDATE_GOLDEN=1 make test` writes it anew).

      """
    for construction in constructions {
      text += "\n## \(construction.name)\n\(construction.summary)\n\n"
      for example in construction.examples {
        if let reads = example.reads {
          text += "- “\(example.sentence)” gives `\(reads)`\n"
        } else {
          text += "- “\(example.sentence)” gives nothing by it\n"
        }
      }
    }
    return text
  }
}
