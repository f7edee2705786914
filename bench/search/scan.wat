;; The limit: every occurrence of a term in one UTF-16 text, by comparing its first and its last character eight places
;; at a time (SIMD), and by record. Memory: text, then 64 zero bytes, offsets, results; the term stands at 0.
(module
  (memory (export "memory") 1)

  ;; Whether the term stands at a place whose first and last characters have been compared.
  (func $middle (param $at i32) (param $length i32) (result i32)
    (local $i i32)
    (local.set $i (i32.const 1))
    (block $done (loop $next
      (br_if $done (i32.ge_s (local.get $i) (i32.sub (local.get $length) (i32.const 1))))
      (if (i32.ne
            (i32.load16_u (i32.add (local.get $at) (i32.shl (local.get $i) (i32.const 1))))
            (i32.load16_u (i32.shl (local.get $i) (i32.const 1))))
        (then (return (i32.const 0))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (i32.const 1))

  ;; First place in [from, end) bytes where the term stands whole, or -1.
  (func $find (export "find") (param $from i32) (param $end i32) (param $length i32) (result i32)
    (local $first v128) (local $last v128) (local $far i32) (local $mask i32) (local $at i32)
    (local.set $far (i32.shl (i32.sub (local.get $length) (i32.const 1)) (i32.const 1)))
    (local.set $first (i16x8.splat (i32.load16_u (i32.const 0))))
    (local.set $last (i16x8.splat (i32.load16_u (local.get $far))))
    (local.set $end (i32.sub (local.get $end) (local.get $far)))
    (block $none (loop $block
      (br_if $none (i32.ge_u (local.get $from) (local.get $end)))
      ;; Two vectors at a time; most hold nothing.
      (if (v128.any_true (v128.or
            (v128.and
              (i16x8.eq (v128.load (local.get $from)) (local.get $first))
              (i16x8.eq (v128.load (i32.add (local.get $from) (local.get $far))) (local.get $last)))
            (v128.and
              (i16x8.eq (v128.load offset=16 (local.get $from)) (local.get $first))
              (i16x8.eq (v128.load offset=16 (i32.add (local.get $from) (local.get $far))) (local.get $last)))))
        (then
          (local.set $mask (i32.or
            (i16x8.bitmask (v128.and
              (i16x8.eq (v128.load (local.get $from)) (local.get $first))
              (i16x8.eq (v128.load (i32.add (local.get $from) (local.get $far))) (local.get $last))))
            (i32.shl
              (i16x8.bitmask (v128.and
                (i16x8.eq (v128.load offset=16 (local.get $from)) (local.get $first))
                (i16x8.eq (v128.load offset=16 (i32.add (local.get $from) (local.get $far))) (local.get $last))))
              (i32.const 8))))
          (block $spent (loop $bit
            (br_if $spent (i32.eqz (local.get $mask)))
            (local.set $at (i32.add (local.get $from) (i32.shl (i32.ctz (local.get $mask)) (i32.const 1))))
            (br_if $spent (i32.ge_u (local.get $at) (local.get $end)))
            (if (call $middle (local.get $at) (local.get $length)) (then (return (local.get $at))))
            (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
            (br $bit)))))
      (local.set $from (i32.add (local.get $from) (i32.const 32)))
      (br $block)))
    (i32.const -1))

  ;; Writes the numbers of all records with the term to `out`; offsets: where each record begins, in bytes, and the end.
  (func (export "records") (param $from i32) (param $end i32) (param $length i32) (param $offsets i32) (param $out i32) (result i32)
    (local $record i32) (local $count i32)
    (block $done (loop $next
      (local.set $from (call $find (local.get $from) (local.get $end) (local.get $length)))
      (br_if $done (i32.lt_s (local.get $from) (i32.const 0)))
      (block $there (loop $step
        (br_if $there (i32.gt_u (i32.load offset=4 (i32.add (local.get $offsets) (i32.shl (local.get $record) (i32.const 2)))) (local.get $from)))
        (local.set $record (i32.add (local.get $record) (i32.const 1)))
        (br $step)))
      (i32.store (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))) (local.get $record))
      (local.set $count (i32.add (local.get $count) (i32.const 1)))
      (local.set $record (i32.add (local.get $record) (i32.const 1)))
      (local.set $from (i32.load (i32.add (local.get $offsets) (i32.shl (local.get $record) (i32.const 2)))))
      (br $next)))
    (local.get $count)))
