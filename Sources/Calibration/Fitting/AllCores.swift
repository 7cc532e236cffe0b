import Dispatch
import Glibc
import Synchronization

/// Does independent pieces of work on several threads; results are in the order of the pieces.
///
/// - Parameter workers: How many threads; nil for one on each core.
package func onAllCores<Result: Sendable>(
  _ count: Int, workers: Int? = nil, _ work: @Sendable (Int) -> Result
) -> [Result] {
  let workers = max(1, min(workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)), count))
  let results = Mutex<[(Int, Result)]>([])
  let begun = Atomic<Int>(0)
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    while true {
      let piece = begun.add(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      let result = work(piece)
      results.withLock { $0.append((piece, result)) }
    }
  }
  return results.withLock { $0.sorted { $0.0 < $1.0 }.map(\.1) }
}
