/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city has published, as the desk or the service holds it. */
#include "yc-catalog.h"

#include "yc-catalog-bringing-private.h"
#include "yc-catalog-kinds-private.h"
#include "yc-catalog-overlays-private.h"
#include "yc-catalog-private.h"
#include "yc-catalog-shelf-private.h"
#include "yc-json.h"
#include "yc-property-private.h"
#include "yc-question-overlay.h"

/* Places that would lead round in a circle end here. */
#define MAX_PLACE_DEPTH 8

struct _YcCatalog
{
  GObject         parent_instance;

  YcCatalogShelf *shelves[YC_N_CATALOG_KINDS];
  /* From it the lists on their shelf are made anew, as they are at the place. */
  YcCatalogOverlays *overlays;
  gint64          version;
  /* Where entries come from that are known by name alone. */
  YcCatalogFetchTexts fetch;
  gpointer        fetch_data;
};

G_DEFINE_FINAL_TYPE (YcCatalog, yc_catalog, G_TYPE_OBJECT)

typedef enum
{
  PROP_VERSION = 1,
} YcCatalogProperty;

static GParamSpec *properties[PROP_VERSION + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

YcCatalogShelf *
yc_catalog_get_shelf (YcCatalog *self,
                      guint      kind)
{
  return self->shelves[kind];
}

static gpointer
look_up (YcCatalog  *self,
         guint       kind,
         const char *id)
{
  return yc_catalog_shelf_look_up (self->shelves[kind], id);
}

static void
yc_catalog_finalize (GObject *object)
{
  YcCatalog *self = YC_CATALOG (object);

  for (guint i = 0; i < YC_N_CATALOG_KINDS; i++)
    g_clear_object (&self->shelves[i]);
  g_clear_pointer (&self->overlays, yc_catalog_overlays_free);

  G_OBJECT_CLASS (yc_catalog_parent_class)->finalize (object);
}

static void
yc_catalog_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  YcCatalog *self = YC_CATALOG (object);

  switch ((YcCatalogProperty) prop_id)
    {
    case PROP_VERSION:
      g_value_set_int64 (value, self->version);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_catalog_class_init (YcCatalogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_catalog_finalize;
  object_class->get_property = yc_catalog_get_property;

  properties[PROP_VERSION] = yc_property_int64 ("version");
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * YcCatalog::changed:
   * @self: the catalog
   * @kind: the kind of the document that was put, replaced or removed; "" after a clear
   * @id: its id
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_STRING);
}

static void
yc_catalog_init (YcCatalog *self)
{
  for (guint i = 0; i < YC_N_CATALOG_KINDS; i++)
    self->shelves[i] = yc_catalog_shelf_new (&yc_catalog_kinds[i]);
  self->overlays = yc_catalog_overlays_new ();
}

YcCatalog *
yc_catalog_new (void)
{
  return g_object_new (YC_TYPE_CATALOG, NULL);
}

/* Makes a list anew from what the city and the place say. */
static void
renew_list (YcCatalog  *self,
            const char *id)
{
  YcQuestionList *list = yc_catalog_overlays_make_list (self->overlays, id);

  if (list == NULL)
    return;
  yc_catalog_shelf_put (self->shelves[YC_CATALOG_KIND_LIST], id, list);
  g_signal_emit (self, signals[CHANGED], 0, yc_catalog_kinds[YC_CATALOG_KIND_LIST].name, id);
}

/* @body: (nullable): what was put, NULL when it was removed */
static void
keep_for_overlays (YcCatalog  *self,
                   int         kind,
                   const char *id,
                   JsonNode   *body)
{
  g_autofree char *list = NULL;

  if (kind == YC_CATALOG_KIND_LIST)
    yc_catalog_overlays_put_list (self->overlays, id, yc_json_node_get_object (body));
  if (kind != YC_CATALOG_KIND_OVERLAY)
    return;
  yc_catalog_overlays_put (self->overlays, id, yc_json_node_get_object (body));
  if (yc_question_overlay_split_id (id, &list) != NULL)
    renew_list (self, list);
}

static void
drop (YcCatalog  *self,
      int         kind,
      const char *id)
{
  if (yc_catalog_shelf_drop (self->shelves[kind], id))
    g_signal_emit (self, signals[CHANGED], 0, yc_catalog_kinds[kind].name, id);
}

gboolean
yc_catalog_apply (YcCatalog   *self,
                  const char  *kind,
                  const char  *id,
                  JsonNode    *body,
                  GError     **error)
{
  int number;
  gpointer document;

  g_return_val_if_fail (YC_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (kind != NULL && id != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  number = yc_catalog_kinds_find (kind, error);
  if (number < 0)
    return FALSE;
  if (yc_json_node_is_null (body))
    {
      keep_for_overlays (self, number, id, NULL);
      drop (self, number, id);
      return TRUE;
    }

  document = yc_catalog_shelf_make (&yc_catalog_kinds[number], id, body, error);
  if (document == NULL)
    return FALSE;
  keep_for_overlays (self, number, id, body);
  if (number == YC_CATALOG_KIND_LIST)
    {
      g_object_unref (document);
      renew_list (self, id);
      return TRUE;
    }
  yc_catalog_shelf_put (self->shelves[number], id, document);
  g_signal_emit (self, signals[CHANGED], 0, kind, id);
  return TRUE;
}

gboolean
yc_catalog_apply_text (YcCatalog   *self,
                       const char  *kind,
                       const char  *id,
                       char        *text,
                       GError     **error)
{
  int number;
  g_autofree char *owned = text;
  g_autoptr (JsonNode) body = NULL;

  g_return_val_if_fail (YC_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (kind != NULL && id != NULL && text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  number = yc_catalog_kinds_find (kind, error);
  if (number < 0)
    return FALSE;
  if (yc_catalog_kinds[number].many)
    {
      yc_catalog_shelf_put_text (self->shelves[number], id, g_steal_pointer (&owned));
      g_signal_emit (self, signals[CHANGED], 0, kind, id);
      return TRUE;
    }
  body = yc_json_parse (owned, -1, NULL, error);
  return body != NULL && yc_catalog_apply (self, kind, id, body, error);
}

void
yc_catalog_apply_entry_name (YcCatalog  *self,
                             const char *id,
                             const char *words)
{
  g_return_if_fail (YC_IS_CATALOG (self));
  g_return_if_fail (id != NULL && words != NULL);

  yc_catalog_shelf_put_name (self->shelves[YC_CATALOG_KIND_ENTRY], id, words);
  g_signal_emit (self, signals[CHANGED], 0, yc_catalog_kinds[YC_CATALOG_KIND_ENTRY].name, id);
}

void
yc_catalog_set_fetch (YcCatalog           *self,
                      YcCatalogFetchTexts  fetch,
                      gpointer             user_data)
{
  g_return_if_fail (YC_IS_CATALOG (self));

  self->fetch = fetch;
  self->fetch_data = user_data;
}

gboolean
yc_catalog_has_entries (YcCatalog         *self,
                        const char *const *ids)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  for (gsize i = 0; ids[i] != NULL; i++)
    if (!yc_catalog_shelf_is_here (self->shelves[YC_CATALOG_KIND_ENTRY], ids[i]))
      return FALSE;
  return TRUE;
}

void
yc_catalog_bring_entries_async (YcCatalog           *self,
                                const char *const   *ids,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (YC_IS_CATALOG (self));
  g_return_if_fail (ids != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_catalog_bring_entries_async);
  yc_catalog_bringing_begin (self->shelves[YC_CATALOG_KIND_ENTRY],
                             yc_catalog_kinds[YC_CATALOG_KIND_ENTRY].name, ids, self->fetch,
                             self->fetch_data, task);
}

gboolean
yc_catalog_bring_entries_finish (YcCatalog     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
yc_catalog_clear (YcCatalog *self)
{
  g_return_if_fail (YC_IS_CATALOG (self));

  for (guint i = 0; i < YC_N_CATALOG_KINDS; i++)
    yc_catalog_shelf_clear (self->shelves[i]);
  yc_catalog_overlays_clear (self->overlays);
  yc_catalog_set_version (self, 0);
  g_signal_emit (self, signals[CHANGED], 0, "", "");
}

gint64
yc_catalog_get_version (YcCatalog *self)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), 0);

  return self->version;
}

void
yc_catalog_set_version (YcCatalog *self,
                        gint64     version)
{
  g_return_if_fail (YC_IS_CATALOG (self));

  if (self->version == version)
    return;
  self->version = version;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERSION]);
}

void
yc_catalog_set_place (YcCatalog  *self,
                      const char *place)
{
  g_autoptr (GPtrArray) lists = NULL;

  g_return_if_fail (YC_IS_CATALOG (self));

  yc_catalog_overlays_set_place (self->overlays, place);
  lists = yc_catalog_overlays_dup_lists (self->overlays);
  for (guint i = 0; i < lists->len; i++)
    renew_list (self, lists->pdata[i]);
}

char *
yc_catalog_dup_place_path (YcCatalog *self)
{
  GString *path;
  const char *place;

  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  path = g_string_new (NULL);
  place = yc_catalog_overlays_get_place (self->overlays);
  for (guint depth = 0; place != NULL && depth < MAX_PLACE_DEPTH; depth++)
    {
      g_autofree char *step = g_strconcat (place, "/", NULL);

      g_string_prepend (path, step);
      place = yc_json_get_string (yc_catalog_get_place (self, place), "parent", NULL);
    }
  return g_string_free (path, FALSE);
}

YcItem *
yc_catalog_get_item (YcCatalog  *self,
                     const char *code)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return look_up (self, YC_CATALOG_KIND_ITEM, code);
}

YcQuestionList *
yc_catalog_get_list (YcCatalog  *self,
                     const char *id)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return look_up (self, YC_CATALOG_KIND_LIST, id);
}

YcKnowledgeEntry *
yc_catalog_get_entry (YcCatalog  *self,
                      const char *id)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return look_up (self, YC_CATALOG_KIND_ENTRY, id);
}

YcReplacement *
yc_catalog_get_replacement (YcCatalog  *self,
                            const char *id)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return look_up (self, YC_CATALOG_KIND_REPLACEMENT, id);
}

YcReturnReason *
yc_catalog_get_reason (YcCatalog  *self,
                       const char *id)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return look_up (self, YC_CATALOG_KIND_REASON, id);
}

JsonObject *
yc_catalog_get_form (YcCatalog  *self,
                     const char *id)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return look_up (self, YC_CATALOG_KIND_FORM, id);
}

JsonObject *
yc_catalog_get_template (YcCatalog  *self,
                         const char *id)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return look_up (self, YC_CATALOG_KIND_TEMPLATE, id);
}

JsonObject *
yc_catalog_get_place (YcCatalog  *self,
                      const char *code)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return look_up (self, YC_CATALOG_KIND_PLACE, code);
}

const char *
yc_catalog_get_place_name (YcCatalog  *self,
                           const char *code)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return yc_json_get_string (look_up (self, YC_CATALOG_KIND_PLACE, code), "name", code);
}

JsonObject *
yc_catalog_get_division (YcCatalog  *self,
                         const char *code)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return look_up (self, YC_CATALOG_KIND_DIVISION, code);
}

GListModel *
yc_catalog_get_items (YcCatalog *self)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->shelves[YC_CATALOG_KIND_ITEM]);
}

GListModel *
yc_catalog_get_lists (YcCatalog *self)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->shelves[YC_CATALOG_KIND_LIST]);
}

GListModel *
yc_catalog_get_entries (YcCatalog *self)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->shelves[YC_CATALOG_KIND_ENTRY]);
}

GListModel *
yc_catalog_get_replacements (YcCatalog *self)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->shelves[YC_CATALOG_KIND_REPLACEMENT]);
}

GPtrArray *
yc_catalog_dup_ids (YcCatalog  *self,
                    const char *kind)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  int number;

  g_return_val_if_fail (YC_IS_CATALOG (self), ids);
  g_return_val_if_fail (kind != NULL, ids);

  number = yc_catalog_kinds_find (kind, NULL);
  if (number < 0)
    return ids;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shelves[number])); i++)
    g_ptr_array_add (ids, g_strdup (yc_catalog_shelf_get_id (self->shelves[number], i)));
  return ids;
}

char *
yc_catalog_dup_place_words (YcCatalog *self, const char *code)
{
  GString *words = g_string_new (NULL);
  JsonObject *place = yc_catalog_get_place (self, code);

  for (guint i = 0; place != NULL && i < MAX_PLACE_DEPTH; i++)
    {
      g_string_prepend (words, yc_json_get_string (place, "name", ""));
      place = yc_catalog_get_place (self, yc_json_get_string (place, "parent", NULL));
    }

  return g_string_free (words, FALSE);
}
