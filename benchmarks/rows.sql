-- 100,000 accounts and as many orders; one value in three is NULL where it may be.

INSERT INTO accounts
SELECT n, 'owner ' || n, n * 100, timestamptz '2026-01-01 00:00:00+00' + n * interval '1 minute'
FROM generate_series(1, 100000) AS n;

INSERT INTO orders
SELECT
    n,
    md5(n::text)::uuid,
    n,
    (enum_range(NULL::order_status))[n % 6 + 1],
    (enum_range(NULL::order_flag))[1:n % 3],
    'order number ' || n,
    CASE WHEN n % 3 = 0 THEN 'ring twice' END,
    ARRAY['tag ' || n % 10, 'tag ' || n % 7],
    ARRAY[n, n + 1, n + 2],
    CASE WHEN n % 3 <> 0 THEN ARRAY[n / 3.0, n / 7.0] END,
    n * 1.25,
    CASE WHEN n % 3 = 1 THEN n * 0.25 END,
    'EUR',
    n % 2 = 0,
    CASE WHEN n % 3 = 2 THEN 'WINTER' || n % 100 END,
    CASE WHEN n % 3 <> 1 THEN md5((n + 1)::text)::uuid END,
    CASE WHEN n % 3 <> 2 THEN (enum_range(NULL::order_status))[n % 5 + 1] END,
    timestamptz '2026-01-01 00:00:00+00' + n * interval '1 minute',
    CASE WHEN n % 3 <> 0 THEN timestamptz '2026-01-02 00:00:00+00' + n * interval '1 minute' END,
    CASE WHEN n % 3 = 1 THEN timestamptz '2026-01-03 00:00:00+00' + n * interval '1 minute' END,
    CASE WHEN n % 3 = 1 THEN date '2026-01-04' + n % 300 END,
    n % 5
FROM generate_series(1, 100000) AS n;
