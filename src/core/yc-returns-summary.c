/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was taken in and sent back in a period: by clerk, by item, by cause and by reason. */
#include "yc-returns-summary.h"

#include "yc-json.h"

struct _YcReturnsRow
{
  GObject parent_instance;

  char *id;
  char *title;
  guint intake;
  guint returns;
  guint counted;
  YcTenPercentVerdict verdict;
  YcCause cause;
};

G_DEFINE_FINAL_TYPE (YcReturnsRow, yc_returns_row, G_TYPE_OBJECT)

struct _YcReturnsSummary
{
  GObject parent_instance;

  guint intake;
  guint returns;
  guint of_cause[YC_N_CAUSES + 1];
  GListStore *by_clerk;
  GListStore *by_item;
  GListStore *by_reason;
};

G_DEFINE_FINAL_TYPE (YcReturnsSummary, yc_returns_summary, G_TYPE_OBJECT)

/* Names of the members that differ between the tables. */
typedef struct
{
  const char *id;
  const char *title;
  const char *counted;
} RowNames;

static guint
get_count (JsonObject *json, const char *name)
{
  gint64 count = name != NULL ? yc_json_get_int (json, name, 0) : 0;

  return count < 0 || count > G_MAXINT ? 0 : (guint) count;
}

static YcReturnsRow *
row_new (JsonObject *json, const RowNames *names)
{
  YcReturnsRow *row = g_object_new (YC_TYPE_RETURNS_ROW, NULL);

  row->id = g_strdup (yc_json_get_string (json, names->id, ""));
  row->title = g_strdup (yc_json_get_string (json, names->title, row->id));
  row->intake = get_count (json, "intake");
  row->returns = get_count (json, "returns");
  row->counted = get_count (json, names->counted);
  row->verdict = YC_TEN_PERCENT_TOO_SMALL;
  yc_ten_percent_verdict_from_string (yc_json_get_string (json, "verdict", NULL), &row->verdict);
  yc_cause_from_string (yc_json_get_string (json, "cause", NULL), &row->cause);
  return row;
}

static JsonObject *
get_row (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
fill (GListStore *store, JsonObject *json, const char *table, const RowNames *names)
{
  JsonArray *array = yc_json_get_array (json, table);
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonObject *object = get_row (array, i);
      g_autoptr (YcReturnsRow) row = object != NULL ? row_new (object, names) : NULL;

      if (row != NULL)
        g_list_store_append (store, row);
    }
}

static void
count_causes (YcReturnsSummary *self, JsonObject *json)
{
  JsonArray *array = yc_json_get_array (json, "by_cause");
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonObject *object = get_row (array, i);
      YcCause cause;

      if (object != NULL &&
          yc_cause_from_string (yc_json_get_string (object, "cause", NULL), &cause))
        self->of_cause[cause] = get_count (object, "returns");
    }
}

static void
yc_returns_row_finalize (GObject *object)
{
  YcReturnsRow *self = YC_RETURNS_ROW (object);

  g_free (self->id);
  g_free (self->title);

  G_OBJECT_CLASS (yc_returns_row_parent_class)->finalize (object);
}

static void
yc_returns_row_class_init (YcReturnsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_returns_row_finalize;
}

static void
yc_returns_row_init (YcReturnsRow *self)
{
}

static void
yc_returns_summary_finalize (GObject *object)
{
  YcReturnsSummary *self = YC_RETURNS_SUMMARY (object);

  g_clear_object (&self->by_clerk);
  g_clear_object (&self->by_item);
  g_clear_object (&self->by_reason);

  G_OBJECT_CLASS (yc_returns_summary_parent_class)->finalize (object);
}

static void
yc_returns_summary_class_init (YcReturnsSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_returns_summary_finalize;
}

static void
yc_returns_summary_init (YcReturnsSummary *self)
{
  self->by_clerk = g_list_store_new (YC_TYPE_RETURNS_ROW);
  self->by_item = g_list_store_new (YC_TYPE_RETURNS_ROW);
  self->by_reason = g_list_store_new (YC_TYPE_RETURNS_ROW);
}

YcReturnsSummary *
yc_returns_summary_new_from_json (JsonObject *json)
{
  YcReturnsSummary *self;

  g_return_val_if_fail (json != NULL, NULL);

  self = g_object_new (YC_TYPE_RETURNS_SUMMARY, NULL);
  self->intake = get_count (json, "intake");
  self->returns = get_count (json, "returns");
  count_causes (self, json);
  fill (self->by_clerk, json, "by_clerk", &(RowNames){ "id", "name", "clerk_returns" });
  fill (self->by_item, json, "by_item", &(RowNames){ "code", "title", "standard_returns" });
  fill (self->by_reason, json, "by_reason", &(RowNames){ "id", "title", NULL });
  return self;
}

guint
yc_returns_summary_get_intake (YcReturnsSummary *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_SUMMARY (self), 0);

  return self->intake;
}

guint
yc_returns_summary_get_returns (YcReturnsSummary *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_SUMMARY (self), 0);

  return self->returns;
}

guint
yc_returns_summary_get_of_cause (YcReturnsSummary *self, YcCause cause)
{
  g_return_val_if_fail (YC_IS_RETURNS_SUMMARY (self), 0);
  g_return_val_if_fail (cause >= 1 && cause <= YC_N_CAUSES, 0);

  return self->of_cause[cause];
}

GListModel *
yc_returns_summary_get_by_clerk (YcReturnsSummary *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_SUMMARY (self), NULL);

  return G_LIST_MODEL (self->by_clerk);
}

GListModel *
yc_returns_summary_get_by_item (YcReturnsSummary *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_SUMMARY (self), NULL);

  return G_LIST_MODEL (self->by_item);
}

GListModel *
yc_returns_summary_get_by_reason (YcReturnsSummary *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_SUMMARY (self), NULL);

  return G_LIST_MODEL (self->by_reason);
}

const char *
yc_returns_row_get_id (YcReturnsRow *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_ROW (self), NULL);

  return self->id;
}

const char *
yc_returns_row_get_title (YcReturnsRow *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_ROW (self), NULL);

  return self->title;
}

guint
yc_returns_row_get_intake (YcReturnsRow *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_ROW (self), 0);

  return self->intake;
}

guint
yc_returns_row_get_returns (YcReturnsRow *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_ROW (self), 0);

  return self->returns;
}

guint
yc_returns_row_get_counted (YcReturnsRow *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_ROW (self), 0);

  return self->counted;
}

YcTenPercentVerdict
yc_returns_row_get_verdict (YcReturnsRow *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_ROW (self), YC_TEN_PERCENT_TOO_SMALL);

  return self->verdict;
}

YcCause
yc_returns_row_get_cause (YcReturnsRow *self)
{
  g_return_val_if_fail (YC_IS_RETURNS_ROW (self), YC_CAUSE_CLERK);

  return self->cause;
}
