CREATE TABLE boxes (
    side integer NOT NULL,
    area integer GENERATED ALWAYS AS (side * side) STORED
);
