/** The description of the API (OpenAPI 3.1), put together from what each area says about its own calls. */
package hengke.web.openapi;
