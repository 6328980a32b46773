/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one user typed into sheets and did not send. One row of the settings for each user, sealed,
 * since it may say who asked; it is read when the user signs in, so that a sheet has it at once. */
#include "yc-desk-typed-private.h"

#include "yc-json.h"

struct _YcDeskTyped
{
  GObject     parent_instance;

  YcStorage  *storage;
  char       *user;
  /* key → what was typed */
  JsonObject *sheets;
  gboolean    loaded;
  gboolean    tried;
  gboolean    unsaved;
};

enum
{
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcDeskTyped, yc_desk_typed, G_TYPE_OBJECT)

static char *
dup_setting (YcDeskTyped *self)
{
  return g_strconcat ("typed/", self->user, NULL);
}

static void
yc_desk_typed_finalize (GObject *object)
{
  YcDeskTyped *self = YC_DESK_TYPED (object);

  g_clear_object (&self->storage);
  g_free (self->user);
  json_object_unref (self->sheets);

  G_OBJECT_CLASS (yc_desk_typed_parent_class)->finalize (object);
}

static void
yc_desk_typed_class_init (YcDeskTypedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_desk_typed_finalize;

  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
yc_desk_typed_init (YcDeskTyped *self)
{
  self->sheets = json_object_new ();
}

/* Not before it was read: what was kept earlier would be overwritten. */
static void
save (YcDeskTyped *self)
{
  g_autofree char *setting = NULL;
  g_autoptr (JsonNode) node = NULL;

  self->unsaved = !self->loaded;
  if (self->unsaved)
    return;
  setting = dup_setting (self);
  node = yc_json_object_node (json_object_ref (self->sheets));
  yc_storage_set_async (self->storage, setting, node, NULL, NULL);
}

/* What was typed since is newer than what was read. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YcDeskTyped) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = yc_storage_get_finish (self->storage, result, &error);
  JsonObject *sheets = node != NULL ? yc_json_node_get_object (node) : NULL;
  g_autoptr (GList) keys = sheets != NULL ? json_object_get_members (sheets) : NULL;

  for (GList *key = keys; key != NULL; key = key->next)
    if (yc_json_get_object (sheets, key->data) != NULL &&
        !json_object_has_member (self->sheets, key->data))
      json_object_set_object_member (self->sheets, key->data,
                                     json_object_ref (yc_json_get_object (sheets, key->data)));
  self->loaded = error == NULL;
  self->tried = TRUE;
  if (self->unsaved)
    save (self);
  g_signal_emit (self, signals[READ], 0);
}

YcDeskTyped *
yc_desk_typed_new (YcStorage  *storage,
                   const char *user)
{
  YcDeskTyped *self = g_object_new (YC_TYPE_DESK_TYPED, NULL);
  g_autofree char *setting = NULL;

  self->storage = g_object_ref (storage);
  self->user = g_strdup (user);
  setting = dup_setting (self);
  yc_storage_get_async (storage, setting, read_cb, g_object_ref (self));
  return self;
}

const char *
yc_desk_typed_get_user (YcDeskTyped *self)
{
  g_return_val_if_fail (YC_IS_DESK_TYPED (self), NULL);

  return self->user;
}

gboolean
yc_desk_typed_get_read (YcDeskTyped *self)
{
  g_return_val_if_fail (YC_IS_DESK_TYPED (self), FALSE);

  return self->tried;
}

JsonObject *
yc_desk_typed_find (YcDeskTyped *self,
                    const char  *key)
{
  g_return_val_if_fail (YC_IS_DESK_TYPED (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return yc_json_get_object (self->sheets, key);
}

void
yc_desk_typed_keep (YcDeskTyped *self,
                    const char  *key,
                    JsonObject  *typed)
{
  g_return_if_fail (YC_IS_DESK_TYPED (self));
  g_return_if_fail (key != NULL);

  if (typed == NULL && !json_object_has_member (self->sheets, key))
    return;
  if (typed != NULL)
    json_object_set_object_member (self->sheets, key, json_object_ref (typed));
  else
    json_object_remove_member (self->sheets, key);
  save (self);
}

void
yc_desk_typed_forget (YcDeskTyped *self,
                      const char  *prefix)
{
  g_autoptr (GList) keys = NULL;
  guint kept;

  g_return_if_fail (YC_IS_DESK_TYPED (self));
  g_return_if_fail (prefix != NULL);

  keys = json_object_get_members (self->sheets);
  kept = json_object_get_size (self->sheets);
  for (GList *key = keys; key != NULL; key = key->next)
    if (g_str_has_prefix (key->data, prefix))
      json_object_remove_member (self->sheets, key->data);
  if (json_object_get_size (self->sheets) < kept)
    save (self);
}
