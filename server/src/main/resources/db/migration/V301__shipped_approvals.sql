-- Templates to begin with: they are there to be looked at, changed and switched on.
insert into approval_template (object, name, position, definition, updated_at, updated_by) values
('quote', '报价审批：折扣与毛利', 0, '{
  "when": {"or": [
    {"exists": "lines", "where": {"field": "discount", "op": "gt", "value": "15"}},
    {"field": "margin", "op": "lt", "value": "10"}]},
  "flow": {
    "repeats": "NOT_AT_ONCE", "withdrawable": "WHILE_RUNNING",
    "nodes": [
      {"kind": "ask", "id": "superior", "name": "直属上级", "approvers": {"kind": "superior", "level": 1},
       "mode": "ALL", "ratio": 100, "empty": "ADMINISTRATORS", "emptyPerson": null, "self": "SUPERIOR",
       "backTo": null, "late": {"hours": 8, "action": "REMIND"},
       "shows": ["number", "name", "customer", "total", "margin"]},
      {"kind": "choice", "id": "amount", "name": "金额", "ways": [
        {"id": "large", "name": "超过 50 万", "condition": {"field": "total", "op": "gt", "value": "500000"}, "nodes": [
          {"kind": "ask", "id": "director", "name": "总经理", "approvers": {"kind": "superior", "level": 2},
           "mode": "ALL", "ratio": 100, "empty": "ADMINISTRATORS", "emptyPerson": null, "self": "SUPERIOR",
           "backTo": null, "late": null, "shows": ["number", "name", "customer", "total", "margin"]}]},
        {"id": "other", "name": "", "condition": null, "nodes": []}]}]}}', now(), 0),
('contract', '合同审批：10 万以上', 1, '{
  "when": {"field": "amount", "op": "gt", "value": "100000"},
  "flow": {
    "repeats": "NOT_AT_ONCE", "withdrawable": "WHILE_RUNNING",
    "nodes": [
      {"kind": "ask", "id": "superior", "name": "直属上级", "approvers": {"kind": "superior", "level": 1},
       "mode": "ALL", "ratio": 100, "empty": "ADMINISTRATORS", "emptyPerson": null, "self": "SUPERIOR",
       "backTo": null, "late": {"hours": 16, "action": "REMIND"},
       "shows": ["number", "name", "customer", "amount", "startDate", "endDate", "paymentTerms"]},
      {"kind": "choice", "id": "amount", "name": "金额", "ways": [
        {"id": "large", "name": "超过 100 万", "condition": {"field": "amount", "op": "gt", "value": "1000000"}, "nodes": [
          {"kind": "ask", "id": "director", "name": "总经理", "approvers": {"kind": "superior", "level": 2},
           "mode": "ALL", "ratio": 100, "empty": "ADMINISTRATORS", "emptyPerson": null, "self": "SUPERIOR",
           "backTo": null, "late": null,
           "shows": ["number", "name", "customer", "amount", "startDate", "endDate", "paymentTerms"]}]},
        {"id": "other", "name": "", "condition": null, "nodes": []}]}]}}', now(), 0),
('expense', '报销审批', 2, '{
  "when": null,
  "flow": {
    "repeats": "NOT_AT_ONCE", "withdrawable": "WHILE_RUNNING",
    "nodes": [
      {"kind": "ask", "id": "superior", "name": "直属上级", "approvers": {"kind": "superior", "level": 1},
       "mode": "ALL", "ratio": 100, "empty": "ADMINISTRATORS", "emptyPerson": null, "self": "SUPERIOR",
       "backTo": null, "late": {"hours": 16, "action": "REMIND"}, "shows": ["number", "name", "customer", "total"]},
      {"kind": "choice", "id": "amount", "name": "金额", "ways": [
        {"id": "large", "name": "超过 5000", "condition": {"field": "total", "op": "gt", "value": "5000"}, "nodes": [
          {"kind": "ask", "id": "director", "name": "上级的上级", "approvers": {"kind": "superior", "level": 2},
           "mode": "ALL", "ratio": 100, "empty": "ADMINISTRATORS", "emptyPerson": null, "self": "SUPERIOR",
           "backTo": null, "late": null, "shows": ["number", "name", "customer", "total"]}]},
        {"id": "other", "name": "", "condition": null, "nodes": []}]}]}}', now(), 0);
