/** Webhooks over HTTP: their administration, what they were told, and records as they are told. */
package hengke.web.webhooks;
