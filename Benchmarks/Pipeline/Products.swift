import COneDNN

/// The encoder's integer products alone, in its sizes, on bytes that mean nothing: what is left of its time is
/// attention, norms, activations and the search of trees.
enum Products {
  /// Word pieces of a word of news, with the marks at the ends of sentences.
  private static let piecesPerWord = 1.24
  private static let layers = 6
  /// Rows at a time; inputs and outputs of each product of a layer.
  private static let rows = 64
  private static let shapes = [(384, 1152), (384, 384), (384, 1536), (1536, 384)]

  /// Multiply-adds for each word.
  static var perWord: Double {
    Double(layers * shapes.reduce(0) { $0 + $1.0 * $1.1 }) * piecesPerWord
  }

  static func run(words: Int) {
    let a = [UInt8](repeating: 100, count: rows * 1536)
    let b = [Int8](repeating: 3, count: 1536 * 1536)
    var c = [Int32](repeating: 0, count: rows * 1536)
    var offset: Int32 = 0
    for _ in 0..<(Int(Double(words) * piecesPerWord) / rows * layers) {
      for (inputs, outputs) in shapes {
        _ = dnnl_gemm_u8s8s32(
          78, 84, 70, dnnl_dim_t(rows), dnnl_dim_t(outputs), dnnl_dim_t(inputs), 1, a,
          dnnl_dim_t(inputs), 0, b, dnnl_dim_t(inputs), 0, 0, &c, dnnl_dim_t(outputs), &offset)
      }
    }
  }
}
