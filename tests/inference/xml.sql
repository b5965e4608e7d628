select xmlconcat('x'::text);  -- error datatype-mismatch
select xmlconcat(1);  -- error datatype-mismatch
select xmlparse(document name), xmlparse(content name preserve whitespace), xmlparse(content $1 strip whitespace) from customers;  -- $1: text, xmlparse xml, xmlparse xml, xmlparse xml
select xmlparse(content 1);  -- xmlparse xml
select xmlroot(xmlparse(content name), version '1.0'), xmlroot(null, version no value, standalone yes), xmlroot($1, version $2, standalone no value), xmlroot(null, version name, standalone no) from customers;  -- $1: xml, $2: text, xmlroot xml, xmlroot xml, xmlroot xml, xmlroot xml
select xmlserialize(document xmlparse(document name) as text), xmlserialize(content $1 as varchar(10)), xmlserialize(content null as character varying no indent), xmlserialize(document null as text indent) from customers;  -- $1: xml, xmlserialize text, xmlserialize character varying, xmlserialize character varying, xmlserialize text
select xmlserialize(content null as int);  -- error cannot-coerce
select xmlserialize(content null as xml);  -- error cannot-coerce
select xmlagg(null::xml), xmlcomment(name), xmltext(name) from customers;  -- error grouping-error
select xmlexists('//a' passing x), xmlexists($1 passing by ref x), xmlexists('//a' passing by value x by ref) from (select null::xml) t(x);  -- $1: text, xmlexists boolean, xmlexists boolean, xmlexists boolean
select xpath('/a', x), xpath('/a/text()', x, array[array['n', 'u']]), xpath_exists($1, x), (xpath('/a', x))[1]::text from (select null::xml) t(x);  -- $1: text, xpath xml[], xpath xml[], xpath_exists boolean, xpath text
select xml_is_well_formed(name), xml_is_well_formed_document($1), xml_is_well_formed_content('x') from customers;  -- $1: text, xml_is_well_formed boolean, xml_is_well_formed_document boolean, xml_is_well_formed_content boolean
select * from xmltable('/r/i' passing (null::xml) columns id int path '@id', n for ordinality, v text path 'v' default 'x' not null, w xml null);  -- id integer, n integer, v text, w xml
select t.* from (select null::xml) d(x), xmltable(xmlnamespaces('http://x' as x, default 'http://y'), '/x:r' passing by ref x columns a int, b numeric(5, 2) path 'b' default 0) as t;  -- a integer, b numeric
select t.a from (select null::xml) d(x), xmltable($1 passing x columns a int path $2 default $3) t;  -- $1: text, $2: text, $3: integer, a integer
select * from xmltable('/r' passing $1 columns a text) as t(z) where z = $2;  -- $1: xml, $2: text, z text
select * from xmltable('/r' passing 5 columns a text);  -- error datatype-mismatch
select query_to_xml('select 1', true, false, ''), table_to_xml('customers', true, true, ''), schema_to_xml('public', true, true, '');  -- query_to_xml xml, table_to_xml xml, schema_to_xml xml
select case when x is document then 1 end, coalesce(x, null) from (select null::xml) t(x);  -- case integer, coalesce xml
select null::xml = null::xml;  -- error undefined-operator
select xmlforest(1);  -- error syntax-error
select xmlforest(name, current_user) from customers;  -- error syntax-error
select xmlforest((home).street) from customers;  -- error syntax-error
select xmlelement(name a, xmlattributes(name, tags as name)) from customers;  -- error duplicate-column
