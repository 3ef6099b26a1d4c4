import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Does one piece of work after another on several threads, and hands out the results in the order of the input.
///
/// At most twice as many pieces as threads are under way at once, so that memory does not grow with the input.
final class OrderedWork<Input: Sendable, Output: Sendable>: Sendable {
  private let work: @Sendable (Input) -> Output
  private let queue: DispatchQueue
  private let places: DispatchSemaphore
  private let running: DispatchSemaphore
  private let finished = Mutex<[Int: Output]>([:])
  private let counters = Mutex<(submitted: Int, delivered: Int)>((0, 0))

  /// - Parameter jobs: the number of threads; 1 does the work where it is submitted.
  init(jobs: Int, work: @escaping @Sendable (Input) -> Output) {
    self.work = work
    let jobs = max(1, jobs)
    queue = DispatchQueue(label: "stancegraph.work", attributes: .concurrent)
    // Raised from nothing: a semaphore that goes away below its first value stops the program, and one may where
    // `deliver` throws.
    running = DispatchSemaphore(value: 0)
    places = DispatchSemaphore(value: 0)
    for _ in 0..<jobs { running.signal() }
    for _ in 0..<(2 * jobs) { places.signal() }
    isSerial = jobs == 1
  }

  private let isSerial: Bool

  /// Takes one piece of work, and hands out what is ready. Waits while too much is under way.
  func submit(_ input: Input, deliver: (Output) throws -> Void) rethrows {
    if isSerial {
      try deliver(work(input))
      return
    }
    // Results leave only through this thread, so it must not wait for a place while one is ready.
    while places.wait(timeout: .now() + .milliseconds(2)) == .timedOut { try drain(deliver) }
    let number = counters.withLock { counters in
      counters.submitted += 1
      return counters.submitted - 1
    }
    queue.async { [self] in
      running.wait()
      let output = work(input)
      running.signal()
      finished.withLock { $0[number] = output }
    }
    try drain(deliver)
  }

  /// Waits for all that is under way, and hands it out.
  func finish(deliver: (Output) throws -> Void) rethrows {
    while counters.withLock({ $0.delivered < $0.submitted }) {
      if try !drain(deliver) { usleep(500) }
    }
  }

  /// Hands out the next results that are ready; whether there was any.
  @discardableResult
  private func drain(_ deliver: (Output) throws -> Void) rethrows -> Bool {
    var any = false
    while true {
      let next = counters.withLock { $0.delivered }
      guard let output = finished.withLock({ $0.removeValue(forKey: next) }) else { return any }
      counters.withLock { $0.delivered += 1 }
      places.signal()
      any = true
      try deliver(output)
    }
  }
}
