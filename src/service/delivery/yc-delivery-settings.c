/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where certificates go by themselves after issue: delivery.json, read and checked.
 *
 * The file is an administrator's; a mistake in it stops the service at its start, with the line it
 * is in, and not a citizen's certificate on some later day. Passwords and keys lie in files of their
 * own that nobody else may read. */
#include "yc-delivery-settings.h"

#include "yc-catalog-schemas.h"
#include "yc-delivery.h"
#include "yc-json.h"
#include "yc-secret-file.h"
#include "yc-service-error.h"
#include "yc-webhook-signature.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_PROBLEMS 50
#define MAX_FILE (1024 * 1024)
#define FIRST_SECONDS 30
#define MOST_HOURS 72
#define ANSWER_SECONDS 30
/* RFC 5321, 4.5.3.2.6: who hangs up earlier while the server puts the letter away sends it twice. */
#define MAIL_SECONDS 600

typedef struct
{
  const char *path;
  char *text;
  JsonObject *root;
  GString *problems;
} Reading;

static void
tell (Reading    *reading,
      const char *pointer,
      const char *message)
{
  guint line = 1, column = 1;

  yc_json_locate (reading->text, pointer, &line, &column);
  g_string_append_printf (reading->problems, "%s%s:%u:%u: %s",
                          reading->problems->len > 0 ? "\n" : "", reading->path, line, column,
                          message);
}

/* Files are named from the folder of the settings. */
static char *
find_file (Reading    *reading,
           const char *name)
{
  g_autofree char *folder = NULL;

  if (name == NULL || g_path_is_absolute (name))
    return g_strdup (name);
  folder = g_path_get_dirname (reading->path);
  return g_build_filename (folder, name, NULL);
}

/* The first line of a file that only the service may read. */
static char *
read_secret (Reading    *reading,
             JsonObject *object,
             const char *pointer,
             const char *member)
{
  g_autofree char *path = find_file (reading, yc_json_get_string (object, member, NULL));
  g_autofree char *place = yc_json_pointer_append (pointer, member);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = path != NULL ? yc_secret_file_read (path, &error) : NULL;

  if (text == NULL && error != NULL)
    tell (reading, place, error->message);
  return g_steal_pointer (&text);
}

static gboolean
is_on_this_machine (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autoptr (GInetAddress) address =
    host != NULL ? g_inet_address_new_from_string (host) : NULL;

  return g_strcmp0 (host, "localhost") == 0 ||
         (address != NULL && g_inet_address_get_is_loopback (address));
}

static void
check_url (Reading    *reading,
           const char *pointer,
           const char *url)
{
  g_autofree char *place = yc_json_pointer_append (pointer, "url");

  if (!g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL))
    tell (reading, place, _("This is no address."));
  else if (g_str_has_prefix (url, "http://") && !is_on_this_machine (url))
    tell (reading, place, _("What leaves this machine must be encrypted: the address must begin "
                            "with https."));
}

static YcReceiver *
create_receiver (Reading    *reading,
                 const char *channel,
                 JsonObject *object,
                 const char *pointer)
{
  JsonObject *retry = yc_json_get_object (reading->root, "retry");
  YcReceiver *receiver = g_new0 (YcReceiver, 1);

  receiver->channel = g_strdup (channel);
  receiver->title = g_strdup (yc_json_get_string (object, "title", ""));
  receiver->url = g_strdup (yc_json_get_string (object, "url", ""));
  receiver->ca_file = find_file (reading, yc_json_get_string (reading->root, "ca_file", NULL));
  receiver->answer_seconds = (guint) yc_json_get_int (retry, "answer_seconds", ANSWER_SECONDS);
  check_url (reading, pointer, receiver->url);
  return receiver;
}

static YcReceiver *
read_webhook (Reading    *reading,
              const char *channel,
              JsonObject *object,
              const char *pointer)
{
  YcReceiver *receiver = create_receiver (reading, channel, object, pointer);
  char *secret = read_secret (reading, object, pointer, "secret_file");
  g_autofree char *place = yc_json_pointer_append (pointer, "secret_file");

  receiver->pdf = TRUE;
  if (secret != NULL)
    receiver->secret = yc_webhook_signature_read_secret (secret);
  if (secret != NULL && receiver->secret == NULL)
    tell (reading, place, _("The file must hold “whsec_” and 24 to 64 bytes in Base64."));
  yc_secret_free (secret);
  return receiver;
}

static void
check_mail (Reading    *reading,
            YcReceiver *receiver)
{
  if (!yc_delivery_address_is_good (receiver->from))
    tell (reading, "/mail/from", _("This is no e-mail address."));
  if (receiver->in_clear && !is_on_this_machine (receiver->url))
    tell (reading, "/mail/starttls", _("Only with a server on this machine may mail go "
                                       "unencrypted."));
}

static YcReceiver *
read_mail (Reading    *reading,
           JsonObject *object)
{
  YcReceiver *receiver = create_receiver (reading, "mail", object, "/mail");
  JsonObject *retry = yc_json_get_object (reading->root, "retry");

  receiver->answer_seconds = (guint) yc_json_get_int (retry, "answer_seconds", MAIL_SECONDS);
  receiver->user = g_strdup (yc_json_get_string (object, "user", NULL));
  receiver->password = read_secret (reading, object, "/mail", "password_file");
  receiver->from = g_strdup (yc_json_get_string (object, "from", ""));
  receiver->from_name = g_strdup (yc_json_get_string (object, "from_name", ""));
  receiver->in_clear = !yc_json_get_boolean (object, "starttls", TRUE) &&
                       g_str_has_prefix (receiver->url, "smtp:");
  receiver->pdf = TRUE;
  check_mail (reading, receiver);
  return receiver;
}

/* What no case has would be told as null for ever. The fields of forms stand in the catalog. */
static void
check_fields (Reading          *reading,
              const YcReceiver *receiver,
              const char       *pointer)
{
  for (guint i = 0; receiver->fields[i] != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s/fields/%u", pointer, i);

      if (!g_str_has_prefix (receiver->fields[i], "form.") &&
          *yc_delivery_field_get_title (receiver->fields[i]) == '\0')
        tell (reading, place, _("No case has this."));
    }
}

static void
add_department (Reading            *reading,
                YcDeliverySettings *self,
                JsonObject         *object,
                guint               index)
{
  g_autofree char *pointer = g_strdup_printf ("/departments/%u", index);
  g_autofree char *channel =
    g_strconcat (YC_DELIVERY_DEPARTMENT, yc_json_get_string (object, "id", ""), NULL);
  YcReceiver *receiver;

  if (yc_delivery_settings_find (self, channel) != NULL)
    {
      g_autofree char *place = yc_json_pointer_append (pointer, "id");

      tell (reading, place, _("Another department has this id."));
    }
  receiver = read_webhook (reading, channel, object, pointer);
  receiver->items = yc_json_dup_strv (object, "items");
  receiver->fields = yc_json_dup_strv (object, "fields");
  check_fields (reading, receiver, pointer);
  receiver->pdf = yc_json_get_boolean (object, "pdf", FALSE);
  g_ptr_array_add (self->receivers, receiver);
}

static void
add_receivers (Reading            *reading,
               YcDeliverySettings *self)
{
  static const char *const channels[] = { "portal", "account", "app" };
  JsonObject *mail = yc_json_get_object (reading->root, "mail");
  JsonArray *departments = yc_json_get_array (reading->root, "departments");

  if (mail != NULL)
    g_ptr_array_add (self->receivers, read_mail (reading, mail));
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      JsonObject *object = yc_json_get_object (reading->root, channels[i]);
      g_autofree char *pointer = g_strconcat ("/", channels[i], NULL);

      if (object != NULL)
        g_ptr_array_add (self->receivers, read_webhook (reading, channels[i], object, pointer));
    }
  for (guint i = 0; departments != NULL && i < json_array_get_length (departments); i++)
    add_department (reading, self, json_array_get_object_element (departments, i), i);
}

static void
check_shape (Reading  *reading,
             JsonNode *node)
{
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (MAX_PROBLEMS);

  if (yc_schema_validate (yc_catalog_schemas_get ("delivery"), node, report))
    return;
  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);
      const char *pointer = yc_schema_problem_get_instance_location (problem);
      g_autofree char *message = yc_catalog_schemas_describe (problem, pointer);

      tell (reading, pointer, message);
    }
}

static void
check_ca_file (Reading *reading)
{
  g_autofree char *path = find_file (reading, yc_json_get_string (reading->root, "ca_file", NULL));

  if (path != NULL && g_access (path, R_OK) != 0)
    tell (reading, "/ca_file", _("The file cannot be read."));
}

static YcDeliverySettings *
read_checked (Reading *reading)
{
  JsonObject *retry = yc_json_get_object (reading->root, "retry");
  YcDeliverySettings *self = g_new0 (YcDeliverySettings, 1);

  self->receivers = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_receiver_free);
  self->first_seconds = yc_json_get_double (retry, "first_seconds", FIRST_SECONDS);
  self->most_seconds = yc_json_get_double (retry, "most_hours", MOST_HOURS) * 3600;
  check_ca_file (reading);
  add_receivers (reading, self);
  return self;
}

static JsonNode *
parse (Reading  *reading,
       GError  **error)
{
  const YcJsonLimits limits = { .max_bytes = MAX_FILE, .max_depth = 8 };
  gsize length;
  JsonNode *node;

  if (!g_file_get_contents (reading->path, &reading->text, &length, error))
    return NULL;
  node = yc_json_parse (reading->text, (gssize) length, &limits, error);
  if (node == NULL)
    g_prefix_error (error, "%s: ", reading->path);
  return node;
}

/**
 * yc_delivery_settings_new:
 * @path: the file
 * @error: (nullable): return location
 *
 * Reads the settings and the files of secrets that they name.
 *
 * Returns: (transfer full): the settings, %NULL with every mistake as "FILE:LINE:COLUMN: …", one a
 *   line
 */
YcDeliverySettings *
yc_delivery_settings_new (const char  *path,
                          GError     **error)
{
  g_autoptr (GString) problems = g_string_new (NULL);
  Reading reading = { .path = path, .problems = problems };
  g_autoptr (JsonNode) node = parse (&reading, error);
  g_autofree char *text = reading.text;
  g_autoptr (YcDeliverySettings) self = NULL;

  if (node == NULL)
    return NULL;
  check_shape (&reading, node);
  reading.root = yc_json_node_get_object (node);
  if (problems->len == 0)
    self = read_checked (&reading);
  if (problems->len == 0)
    return g_steal_pointer (&self);
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED, problems->str);
  return NULL;
}

void
yc_delivery_settings_free (YcDeliverySettings *self)
{
  g_ptr_array_unref (self->receivers);
  g_free (self);
}

/**
 * yc_delivery_settings_find:
 * @self: (nullable): settings
 * @channel: a channel
 *
 * Returns: (transfer none) (nullable): who receives over it
 */
const YcReceiver *
yc_delivery_settings_find (const YcDeliverySettings *self,
                           const char               *channel)
{
  for (guint i = 0; self != NULL && i < self->receivers->len; i++)
    {
      const YcReceiver *receiver = g_ptr_array_index (self->receivers, i);

      if (g_str_equal (receiver->channel, channel))
        return receiver;
    }
  return NULL;
}
