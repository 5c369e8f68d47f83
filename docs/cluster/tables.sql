-- The tables of the lessons, as their stories make them.
create table page_views (
  window_start timestamptz not null,
  window_end timestamptz not null,
  page text not null,
  views bigint not null,
  primary key (window_start, page));
