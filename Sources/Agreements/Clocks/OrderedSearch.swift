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
}
