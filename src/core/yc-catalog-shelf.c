/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of one kind, sorted by id. Those that came as text are read when first asked for, and
 * those that are kept elsewhere are here only once their text was brought: a city has thousands, of
 * which a clerk sees a dozen a day. */
#include "yc-catalog-shelf-private.h"

#include "yc-core-error.h"
#include "yc-document-private.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many documents that are kept elsewhere are held at once; a day of typing looks at thousands. */
#define MOST_BROUGHT 256

/* One of @text and @document is there, or @words, of a document that is kept elsewhere: with one of
 * the others while what was brought is held. */
typedef struct
{
  char     *id;
  char     *text;
  char     *words;
  gpointer  document;
  /* Of when it was put. */
  guint64   stamp;
} Slot;

struct _YcCatalogShelf
{
  GObject              parent_instance;

  const YcCatalogShelfKind *kind;
  /* Slot, sorted by id. */
  GArray              *slots;
  guint                n_brought;
  guint64              stamp;
};

static void yc_catalog_shelf_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcCatalogShelf, yc_catalog_shelf, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      yc_catalog_shelf_list_model_init))

static Slot *
get_slot (YcCatalogShelf *self,
          guint           position)
{
  return &g_array_index (self->slots, Slot, position);
}

static void
clear_slot (YcCatalogShelf *self,
            Slot           *slot)
{
  g_clear_pointer (&slot->id, g_free);
  g_clear_pointer (&slot->text, g_free);
  g_clear_pointer (&slot->words, g_free);
  g_clear_pointer (&slot->document, self->kind->unref);
}

/* Finds the position of @id, or the one where it belongs. */
static gboolean
find_position (YcCatalogShelf *self,
               const char     *id,
               guint          *position)
{
  guint low = 0, high = self->slots->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (get_slot (self, middle)->id, id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;
  return low < self->slots->len && g_str_equal (get_slot (self, low)->id, id);
}

static gboolean
is_here (const Slot *slot)
{
  return slot->text != NULL || slot->document != NULL;
}

/* What somebody looks at stays. */
static gboolean
is_held (const Slot *slot)
{
  return slot->document != NULL && G_OBJECT (slot->document)->ref_count > 1;
}

static void
forget_brought (YcCatalogShelf *self)
{
  self->n_brought = 0;
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = get_slot (self, i);

      if (slot->words == NULL || !is_here (slot))
        continue;
      if (is_held (slot))
        {
          self->n_brought++;
          continue;
        }
      g_clear_pointer (&slot->text, g_free);
      g_clear_pointer (&slot->document, self->kind->unref);
    }
}

/* Stands for a document that a damaged disk has made unreadable, or that is not here. */
static JsonNode *
make_empty (const char *id)
{
  static const char *const members[] = { "code", "id", "title", "question", "answer" };
  JsonObject *json = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_set_string_member (json, members[i], id);
  return yc_json_object_node (json);
}

static gpointer
read_document (YcCatalogShelf *self,
               Slot           *slot)
{
  g_autofree char *text = g_steal_pointer (&slot->text);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) body = yc_json_parse (text != NULL ? text : "", -1, NULL, &error);
  gpointer document = NULL;

  if (body != NULL)
    document = yc_catalog_shelf_make (self->kind, slot->id, body, &error);
  if (document != NULL)
    return document;
  g_message ("Catalog document %s %s cannot be read: %s", self->kind->name, slot->id,
             error->message);
  g_clear_pointer (&body, json_node_unref);
  body = make_empty (slot->id);
  return yc_catalog_shelf_make (self->kind, slot->id, body, NULL);
}

static gpointer
get_document (YcCatalogShelf *self,
              Slot           *slot)
{
  if (slot->document == NULL)
    slot->document = read_document (self, slot);
  return slot->document;
}

static GType
yc_catalog_shelf_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
yc_catalog_shelf_get_n_items (GListModel *model)
{
  return YC_CATALOG_SHELF (model)->slots->len;
}

static gpointer
yc_catalog_shelf_get_item (GListModel *model,
                           guint       position)
{
  YcCatalogShelf *self = YC_CATALOG_SHELF (model);

  g_return_val_if_fail (self->kind->listed, NULL);

  return position < self->slots->len
           ? g_object_ref (get_document (self, get_slot (self, position)))
           : NULL;
}

static void
yc_catalog_shelf_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = yc_catalog_shelf_get_item_type;
  iface->get_n_items = yc_catalog_shelf_get_n_items;
  iface->get_item = yc_catalog_shelf_get_item;
}

static void
yc_catalog_shelf_finalize (GObject *object)
{
  YcCatalogShelf *self = YC_CATALOG_SHELF (object);

  for (guint i = 0; i < self->slots->len; i++)
    clear_slot (self, get_slot (self, i));
  g_clear_pointer (&self->slots, g_array_unref);

  G_OBJECT_CLASS (yc_catalog_shelf_parent_class)->finalize (object);
}

static void
yc_catalog_shelf_class_init (YcCatalogShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_catalog_shelf_finalize;
}

static void
yc_catalog_shelf_init (YcCatalogShelf *self)
{
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
}

YcCatalogShelf *
yc_catalog_shelf_new (const YcCatalogShelfKind *kind)
{
  YcCatalogShelf *self = g_object_new (YC_TYPE_CATALOG_SHELF, NULL);

  self->kind = kind;
  return self;
}

/* Takes what @slot holds. */
static void
put_slot (YcCatalogShelf *self,
          Slot            slot)
{
  guint position;
  gboolean known = find_position (self, slot.id, &position);

  slot.stamp = ++self->stamp;
  if (known)
    {
      clear_slot (self, get_slot (self, position));
      *get_slot (self, position) = slot;
    }
  else
    g_array_insert_val (self->slots, position, slot);
  g_list_model_items_changed (G_LIST_MODEL (self), position, known, 1);
}

void
yc_catalog_shelf_put (YcCatalogShelf *self,
                      const char     *id,
                      gpointer        document)
{
  put_slot (self, (Slot){ .id = g_strdup (id), .document = document });
}

void
yc_catalog_shelf_put_text (YcCatalogShelf *self,
                           const char     *id,
                           char           *text)
{
  put_slot (self, (Slot){ .id = g_strdup (id), .text = text });
}

void
yc_catalog_shelf_put_name (YcCatalogShelf *self,
                           const char     *id,
                           const char     *words)
{
  put_slot (self, (Slot){ .id = g_strdup (id), .words = g_strdup (words) });
}

gboolean
yc_catalog_shelf_is_here (YcCatalogShelf *self,
                          const char     *id)
{
  guint position;

  return !find_position (self, id, &position) || is_here (get_slot (self, position));
}

guint64
yc_catalog_shelf_get_stamp (YcCatalogShelf *self)
{
  return self->stamp;
}

void
yc_catalog_shelf_make_room (YcCatalogShelf *self,
                            guint           n)
{
  if (self->n_brought + n > MOST_BROUGHT)
    forget_brought (self);
}

/* A document that was put again meanwhile is not the one whose text this is. */
void
yc_catalog_shelf_bring (YcCatalogShelf *self,
                        const char     *id,
                        guint64         stamp,
                        char           *text)
{
  guint position;

  if (find_position (self, id, &position) && !is_here (get_slot (self, position)) &&
      get_slot (self, position)->stamp <= stamp)
    {
      get_slot (self, position)->text = text;
      self->n_brought++;
    }
  else
    g_free (text);
}

gboolean
yc_catalog_shelf_drop (YcCatalogShelf *self,
                       const char     *id)
{
  guint position;

  if (!find_position (self, id, &position))
    return FALSE;
  clear_slot (self, get_slot (self, position));
  g_array_remove_index (self->slots, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  return TRUE;
}

void
yc_catalog_shelf_clear (YcCatalogShelf *self)
{
  guint n = self->slots->len;

  for (guint i = 0; i < n; i++)
    clear_slot (self, get_slot (self, i));
  g_array_set_size (self->slots, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

gpointer
yc_catalog_shelf_look_up (YcCatalogShelf *self,
                          const char     *id)
{
  guint position;

  return id != NULL && find_position (self, id, &position) && is_here (get_slot (self, position))
           ? get_document (self, get_slot (self, position))
           : NULL;
}

const char *
yc_catalog_shelf_get_id (YcCatalogShelf *self,
                         guint           position)
{
  return get_slot (self, position)->id;
}

/* Ids are letters, digits and hyphens, so that JSON writes them as they are. */
gboolean
yc_catalog_shelf_may_speak_of (YcCatalogShelf *self,
                               guint           position,
                               const char     *id)
{
  const Slot *slot = get_slot (self, position);
  const char *text = slot->words != NULL ? slot->words : slot->text;

  return text == NULL || strstr (text, id) != NULL;
}

gpointer
yc_catalog_shelf_make (const YcCatalogShelfKind  *kind,
                      const char           *id,
                      JsonNode             *body,
                      GError              **error)
{
  JsonObject *json = yc_json_node_get_object (body);

  if (json == NULL)
    {
      g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CATALOG, ": %s", _("must be an object"));
      return NULL;
    }
  if (g_strcmp0 (yc_json_get_string (json, kind->id_member, NULL), id) != 0)
    {
      yc_document_fail (error, kind->id_member, _("is not the name of the document"));
      return NULL;
    }
  return kind->make (json, error);
}
