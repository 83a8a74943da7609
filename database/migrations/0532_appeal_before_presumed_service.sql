-- What the body decided counts as served some days after it was posted: whoever had it sooner may have appealed before that day.
alter table rectification_request drop constraint request_in_order,
  add constraint request_in_order check (decided_on >= received_on and served_on >= decided_on and appealed_on >= decided_on and court_decided_on >= appealed_on);
