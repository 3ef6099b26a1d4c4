import CEncoderKernels
import Testing

@testable import EncoderTensors

/// Numbers that are the same in every run.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  /// Evenly spread over ±`most`.
  mutating func floats(_ count: Int, within most: Float) -> [Float] {
    (0..<count).map { _ in (Float(next() % 2_000_001) / 1_000_000 - 1) * most }
  }

  mutating func integers(_ count: Int, within most: Int32) -> [Int32] {
    (0..<count).map { _ in Int32(next() % UInt64(2 * most + 1)) - most }
  }
}

/// Rows of bytes in arrays.
struct Quantised: Equatable {
  var values: [UInt8]
  var scales: [Float]
  var zeros: [Int32]

  init(_ count: Int, width: Int, _ fill: (sg_rows) -> Void) {
    values = Array(repeating: 0, count: count * width)
    scales = Array(repeating: 0, count: count)
    zeros = Array(repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { values in
      scales.withUnsafeMutableBufferPointer { scales in
        zeros.withUnsafeMutableBufferPointer { zeros in
          fill(
            sg_rows(
              values: values.baseAddress, scales: scales.baseAddress, zeros: zeros.baseAddress))
        }
      }
    }
  }

  func value(_ row: Int, _ column: Int) -> Float {
    let width = values.count / scales.count
    return scales[row] * Float(Int32(values[row * width + column]) - zeros[row])
  }

  func use<T>(_ body: (sg_rows) -> T) -> T {
    var copy = self
    return copy.values.withUnsafeMutableBufferPointer { values in
      copy.scales.withUnsafeMutableBufferPointer { scales in
        copy.zeros.withUnsafeMutableBufferPointer { zeros in
          body(
            sg_rows(
              values: values.baseAddress, scales: scales.baseAddress, zeros: zeros.baseAddress))
        }
      }
    }
  }
}

@Suite struct KernelTests {
  let fast = Arithmetic.fast.kernels
  let plain = Arithmetic.plain.kernels
  let width = 384

  @Test(arguments: [(1, 384, 384), (7, 1152, 384), (64, 384, 1536), (65, 24, 128), (130, 512, 384)])
  func `oneDNN's integer product equals the plain loop`(m: Int, n: Int, k: Int) {
    var numbers = Numbers(seed: UInt64(m * n))
    let a = (0..<(m * k)).map { _ in UInt8(numbers.next() % 256) }
    let b = numbers.integers(n * k, within: 63).map { Int8($0) }
    #expect(product(.fast, a, b, m, n, k) == product(.plain, a, b, m, n, k))
  }

  @Test func `the greatest bytes and weights do not saturate`() {
    let (m, n, k) = (3, 16, 1536)
    let a = [UInt8](repeating: 255, count: m * k)
    for weight: Int8 in [63, -63] {
      let b = [Int8](repeating: weight, count: n * k)
      let expected = [Int32](repeating: 255 * Int32(weight) * 1536, count: m * n)
      #expect(product(.fast, a, b, m, n, k) == expected)
      #expect(product(.plain, a, b, m, n, k) == expected)
    }
  }

  private func product(
    _ arithmetic: Arithmetic, _ a: [UInt8], _ b: [Int8], _ m: Int, _ n: Int, _ k: Int
  ) -> [Int32] {
    var c = [Int32](repeating: 0, count: m * n)
    c.withUnsafeMutableBufferPointer { c in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          arithmetic.product(a, b, c, m: m, n: n, k: k)
        }
      }
    }
    return c
  }

  @Test func `bytes are within a step of the floats, and zero is exact`() {
    var numbers = Numbers(seed: 1)
    var x = numbers.floats(4 * width, within: 3)
    for i in 0..<width { x[i] = abs(x[i]) }
    for i in width..<(2 * width) { x[i] = -abs(x[i]) }
    for i in (3 * width)..<(4 * width) { x[i] = 0 }
    for i in stride(from: 0, to: x.count, by: 7) { x[i] = 0 }
    let bytes = Quantised(4, width: width) { fast.quantise(x, 4, width, $0) }
    for row in 0..<4 {
      for i in 0..<width {
        let float = x[row * width + i]
        #expect(abs(bytes.value(row, i) - float) <= bytes.scales[row] * 1.001)
        if float == 0 { #expect(bytes.value(row, i) == 0) }
      }
    }
    #expect(bytes == Quantised(4, width: width) { plain.quantise(x, 4, width, $0) })
  }

  @Test func `the Gaussian error linear unit is within a step of the error function's`() {
    // Columns of scale 2^-10, so that sums of ±8,000 are inputs within ±8.
    let inner = 1536
    var numbers = Numbers(seed: 2)
    let sums = numbers.integers(2 * inner, within: 8_000)
    let columns = Columns(inner, scale: 0.0009765625)
    let input = Quantised(2, width: 8) { rows in
      for row in 0..<2 { (rows.scales[row], rows.zeros[row]) = (1, 0) }
    }
    let results = [fast, plain].map { kernels in
      Quantised(2, width: inner) { out in
        input.use { rows in columns.use { kernels.gelu(sums, 2, inner, rows, $0, out) } }
      }
    }
    #expect(results[0] == results[1])
    for i in 0..<(2 * inner) {
      let x = Float(sums[i]) * 0.0009765625
      let expected = x * gaussian(x)
      let (row, column) = (i / inner, i % inner)
      #expect(abs(results[0].value(row, column) - expected) <= results[0].scales[row] * 0.6)
    }
  }

  /// The normal distribution function, by Simpson's rule.
  private func gaussian(_ x: Float) -> Float {
    let n = 200
    let h = Double(x) / Double(n)
    // e^-t²/2 by the series of e^y at y / 1024, squared ten times.
    func density(_ t: Double) -> Double {
      let y = -t * t / 2 / 1024
      var e = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4)))
      for _ in 0..<10 { e *= e }
      return e * 0.3989422804014327
    }
    var sum = density(0) + density(Double(x))
    for i in 1..<n { sum += density(Double(i) * h) * (i % 2 == 0 ? 2 : 4) }
    return Float(0.5 + sum * h / 3)
  }

  @Test(arguments: [1, 2, 5, 8, 15, 16, 17, 33, 100])
  func `attention equals the formula, and both kernels agree bit for bit`(count: Int) {
    var numbers = Numbers(seed: UInt64(count))
    let qkv = numbers.floats(count * 3 * width, within: 2)
    let queries = (0..<Int32(count)).filter { $0 % 3 != 1 }
    let results = [fast, plain].map { kernels -> [Float] in
      var scratch = [Float](repeating: .nan, count: sg_attention_scratch(count))
      var out = [Float](repeating: .nan, count: queries.count * width)
      kernels.attention(qkv, count, queries, queries.count, &scratch, &out)
      return out
    }
    #expect(results[0].map(\.bitPattern) == results[1].map(\.bitPattern))
    let stride = 3 * width
    let values = qkv.map(Double.init)
    var largest = 0.0
    for (row, query) in queries.enumerated() {
      for head in 0..<12 {
        let from = Int(query) * stride + head * 32
        var weights: [Double] = []
        for key in 0..<count {
          let to = key * stride + width + head * 32
          var score = 0.0
          for d in 0..<32 { score += values[from + d] * values[to + d] }
          weights.append(power(score / 5.656854249492381))
        }
        let total = weights.reduce(0, +)
        for d in 0..<32 {
          var expected = 0.0
          for key in 0..<count {
            expected += weights[key] * values[key * stride + 2 * width + head * 32 + d]
          }
          let result = Double(results[0][row * width + head * 32 + d])
          largest = max(largest, abs(result - expected / total))
        }
      }
    }
    #expect(largest < 4e-6)
  }

  /// e^x, by its series at x / 1024, squared ten times.
  private func power(_ x: Double) -> Double {
    let y = x / 1024
    var e = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4 * (1 + y / 5))))
    for _ in 0..<10 { e *= e }
    return e
  }

  @Test func `the residual sum is normalised`() {
    var numbers = Numbers(seed: 3)
    let sums = numbers.integers(3 * width, within: 100_000)
    let before = numbers.floats(3 * width, within: 2)
    let gain = numbers.floats(width, within: 1)
    let shift = numbers.floats(width, within: 1)
    let columns = Columns(width, scale: 0.01)
    let input = Quantised(3, width: 8) { rows in
      for row in 0..<3 { (rows.scales[row], rows.zeros[row]) = (0.001, 17) }
    }
    let results = [fast, plain].map { kernels -> ([Float], Quantised) in
      var x = before
      let bytes = Quantised(3, width: width) { out in
        input.use { rows in
          columns.use { kernels.residual_norm(sums, 3, rows, $0, gain, shift, &x, out) }
        }
      }
      return (x, bytes)
    }
    #expect(results[0].0.map(\.bitPattern) == results[1].0.map(\.bitPattern))
    #expect(results[0].1 == results[1].1)
    for row in 0..<3 {
      var x: [Double] = []
      for i in 0..<width {
        let whole = Double(sums[row * width + i] - 17 * columns.sums[i])
        x.append(Double(before[row * width + i]) + whole * 0.00001 + Double(columns.bias[i]))
      }
      let mean = x.reduce(0, +) / Double(width)
      let deviation = (x.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(width))
        .squareRoot()
      for i in 0..<width {
        let expected = (x[i] - mean) / deviation * Double(gain[i]) + Double(shift[i])
        let result = Double(results[0].0[row * width + i])
        #expect(abs(result - expected) < 1e-5)
      }
    }
  }

  @Test(arguments: [(1, 3, 8), (4, 16, 16), (5, 9, 24), (9, 256, 40)])
  func `a float product equals its formula`(m: Int, k: Int, n: Int) {
    var numbers = Numbers(seed: UInt64(m + k + n))
    let stride = k + 5
    let a = numbers.floats(m * stride, within: 1)
    let b = numbers.floats(k * n, within: 1)
    let results = [fast, plain].map { kernels -> [Float] in
      var c = [Float](repeating: .nan, count: m * n)
      kernels.product(a, stride, b, &c, m, k, n)
      return c
    }
    #expect(results[0].map(\.bitPattern) == results[1].map(\.bitPattern))
    for i in 0..<m {
      for j in 0..<n {
        var expected = 0.0
        for d in 0..<k { expected += Double(a[i * stride + d]) * Double(b[d * n + j]) }
        let result = Double(results[0][i * n + j])
        #expect(abs(result - expected) < 1e-5)
      }
    }
  }

  @Test func `a bilinear form sums over the head's view`() {
    var numbers = Numbers(seed: 4)
    let (relations, view) = (5, 128)
    let sums = numbers.integers(relations * view, within: 10_000)
    let head = numbers.floats(view, within: 1)
    let columns = Columns(relations * view, scale: 0.02)
    let results = [fast, plain].map { kernels -> [Float] in
      var out = [Float](repeating: .nan, count: relations)
      columns.use { kernels.bilinear(sums, 0.01, 9, $0, head, relations, view, &out) }
      return out
    }
    #expect(results[0].map(\.bitPattern) == results[1].map(\.bitPattern))
    for r in 0..<relations {
      var expected = 0.0
      for i in 0..<view {
        let at = r * view + i
        expected += Double(sums[at] - 9 * columns.sums[at]) * 0.0002 * Double(head[i])
      }
      let result = Double(results[0][r])
      #expect(abs(result - expected) < 1e-3)
    }
  }
}

/// Columns of one scale, with sums and biases of some size.
struct Columns {
  var scales: [Float]
  var sums: [Int32]
  var bias: [Float]

  init(_ count: Int, scale: Float) {
    var numbers = Numbers(seed: UInt64(count))
    scales = Array(repeating: scale, count: count)
    sums = numbers.integers(count, within: 500)
    bias = count == 1536 ? Array(repeating: 0, count: count) : numbers.floats(count, within: 0.5)
  }

  func use<T>(_ body: (sg_columns) -> T) -> T {
    scales.withUnsafeBufferPointer { scales in
      sums.withUnsafeBufferPointer { sums in
        bias.withUnsafeBufferPointer { bias in
          body(
            sg_columns(scales: scales.baseAddress, sums: sums.baseAddress, bias: bias.baseAddress))
        }
      }
    }
  }
}
