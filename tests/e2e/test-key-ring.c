/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key ring that asks somebody for its password and hears nothing: the desk says what it waits for
 * and what to do. */
#include "yc-robot.h"
#include "yc-test-folder.h"

#include <gio/gio.h>

#define KEY_RING "org.freedesktop.secrets"

/* Takes every question to the key ring and answers none. */
static GDBusMessage *
swallow_cb (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer user_data)
{
  const char *interface = g_dbus_message_get_interface (message);
  int *n_asked = user_data;

  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL ||
      interface == NULL || !g_str_has_prefix (interface, "org.freedesktop.Secret."))
    return message;
  g_atomic_int_inc (n_asked);
  g_object_unref (message);

  return NULL;
}

static GDBusConnection *
own_key_ring (int *n_asked)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  GDBusConnection *bus;
  g_autoptr (GVariant) answer = NULL;

  g_assert_no_error (error);
  bus = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
               G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_add_filter (bus, swallow_cb, n_asked, NULL);
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "RequestName",
                                        g_variant_new ("(su)", KEY_RING, 4), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  return bus;
}

static void
test_waiting (void)
{
  int n_asked = 0;
  g_autoptr (GDBusConnection) bus = own_key_ring (&n_asked);
  g_autoptr (YcRobot) robot = yc_robot_new (g_getenv ("YC_PICTURES"));
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) desk =
    g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, YC_E2E_YICHUANG, "--data", folder,
                      "--service", "http://127.0.0.1:9", NULL);

  g_assert_no_error (error);
  yc_robot_watch (robot, "yichuang");
  yc_robot_expect_text (robot, "Waiting for the key ring of this computer…");
  g_assert_cmpint (g_atomic_int_get (&n_asked), >, 0);
  yc_robot_picture (robot, "key-ring");
  g_subprocess_force_exit (desk);
  g_subprocess_wait (desk, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* The accessibility library warns of programs that know nothing of its cache, as GTK's do. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  g_test_add_func ("/e2e/key-ring", test_waiting);
  return g_test_run ();
}
