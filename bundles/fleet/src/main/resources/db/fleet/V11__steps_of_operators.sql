-- Made by somebody whom access tags bind: a step only on the way to firmware of the same author, for no other device
-- may get it without a template that names it.
alter table fleet_firmware add column restricted boolean not null default false;
