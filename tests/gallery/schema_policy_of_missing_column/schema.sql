CREATE TABLE customers (
    id        bigint PRIMARY KEY,
    tenant_id bigint NOT NULL
);
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON customers USING (tenant = current_setting('app.tenant')::bigint);
