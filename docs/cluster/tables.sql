-- The tables of the lessons, as their stories make them.
create table page_views (
  window_start timestamptz not null,
  window_end timestamptz not null,
  page text not null,
  views bigint not null,
  primary key (window_start, page));

create table region_totals (
  region text primary key,
  orders bigint not null,
  amount_cents bigint not null);

create table shipments (
  order_id text primary key,
  region text not null,
  warehouse text not null);

create table alerts (
  declined text not null,
  large text not null,
  user_id text not null,
  primary key (declined, large));

create table ad_minutes (
  minute timestamptz not null,
  ad_id text not null,
  campaign_id text not null,
  clicks bigint not null,
  revenue_cents bigint not null,
  primary key (minute, ad_id));

create table batches (batch_id bigint primary key);
