extension [Int64] {
    /// The last index of an ordered array whose element is at most the value; -1 when all are larger.
    func lastIndex(atMost value: Int64) -> Int {
        withUnsafeBufferPointer { elements in
            var low = 0
            var high = elements.count
            while low < high {
                let middle = (low + high) / 2
                if elements[middle] <= value { low = middle + 1 } else { high = middle }
            }
            return low - 1
        }
    }

    /// The same from an index on whose element is at most the value: a near one is found in few steps.
    func lastIndex(atMost value: Int64, from known: Int) -> Int {
        withUnsafeBufferPointer { elements in
            var low = known
            var step = 1
            while low + step < elements.count, elements[low + step] <= value {
                low += step
                step *= 2
            }
            var high = Swift.min(low + step, elements.count)
            while low + 1 < high {
                let middle = (low + high) / 2
                if elements[middle] <= value { low = middle } else { high = middle }
            }
            return low
        }
    }
}
