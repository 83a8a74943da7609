-- How far the chain has come, kept apart from it: whoever cuts off its end leaves the height, and is found out.
create sequence platform_audit_height minvalue 0 start 0;
select setval('platform_audit_height', coalesce((select max(no) from platform_audit_segment), 0));
grant select, update on sequence platform_audit_height to kykypolku_app;
